import type { PaperName } from '@lotsa/protocol';
import { accessibilityPaper } from './accessibility.ts';
import { backupPaper } from './backup.ts';
import type { PaperFacts } from './facts.ts';
import { impactPaper } from './impact.ts';
import { incidentPaper } from './incident.ts';
import type { Paper } from './model.ts';
import { privacyPaper } from './privacy.ts';
import { recordPaper } from './record.ts';
import { retentionPaper } from './retention.ts';
import { type Tongue, tongueOf } from './tongue.ts';

const PAPERS: Record<PaperName, (facts: PaperFacts, tongue: Tongue) => Paper> = {
  record: recordPaper,
  impact: impactPaper,
  privacy: privacyPaper,
  accessibility: accessibilityPaper,
  retention: retentionPaper,
  incident: incidentPaper,
  backup: backupPaper,
};

/** A paper in a language, of what is set up. */
export const makePaper = (name: PaperName, facts: PaperFacts, language: 'sv' | 'en'): Paper =>
  PAPERS[name](facts, tongueOf(language));
