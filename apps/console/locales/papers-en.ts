import type { Catalogue } from '@lotsa/ui';
import type { papersSv } from './papers-sv.ts';

/** The papers that are made of the settings, in English. */
export const papersEn: Catalogue<typeof papersSv> = {
  papers: 'Documents',
  papersAbout:
    'Templates filled in with how Lotsa is set up now. What a person has to decide is marked in the text.',
  papersOpen: 'Show and print',
  papersFile: 'Download as Markdown',
  papersIn: 'The documents are written in',
  paper_record: 'Record of processing',
  paperAbout_record: 'The record of processing activities (article 30).',
  paper_impact: 'Impact assessment',
  paperAbout_impact: 'An assessment of risks, with the protection that is on (article 35).',
  paper_privacy: 'Privacy notice',
  paperAbout_privacy: 'What a visitor is told (article 13). It is also a public page for each site.',
  paper_accessibility: 'Accessibility statement',
  paperAbout_accessibility: 'As the Swedish act on the accessibility of digital public services asks for.',
  paper_retention: 'Retention plan',
  paperAbout_retention: 'The retention rules as they are decided and set up.',
  paper_incident: 'Incident runbook',
  paperAbout_incident: 'What has to be done within 72 hours (articles 33 and 34).',
  paper_backup: 'Backup and restore',
  paperAbout_backup: 'Step by step, for the storage that is used.',
};
