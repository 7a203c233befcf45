import type { CaseType, RecordClass, RecordType, RetentionRule, Role } from '@lotsa/protocol';
import type { Tongue } from './tongue.ts';

type Both = readonly [sv: string, en: string];

const ROLES: Readonly<Record<Role, Both>> = {
  agent: ['samhällsvägledare', 'agent'],
  specialist: ['handläggare', 'specialist'],
  manager: ['chef', 'manager'],
  coordinator: ['samordnare', 'coordinator'],
  editor: ['webbredaktör', 'web editor'],
  registrar: ['registrator', 'registrar'],
  administrator: ['administratör', 'administrator'],
};

const RECORDS: Readonly<Record<RecordType, Both>> = {
  conversation: ['samtal', 'conversations'],
  case: ['ärenden', 'cases'],
  survey: ['enkätsvar', 'survey answers'],
  statistics: ['statistik', 'statistics'],
  audit: ['åtkomstlogg', 'access log'],
  visitorToken: ['besökarens sessionsnyckel', 'the visitor’s session key'],
  webGap: ['brister på webben', 'gaps of the web site'],
  departmentMonth: ['återkoppling till förvaltningar', 'feedback to departments'],
  internalSurvey: ['enkät till förvaltningarna', 'survey of the departments'],
  subjectRequest: ['begäranden om egna personuppgifter', 'requests about one’s own data'],
};

const CLASSES: Readonly<Record<RecordClass, Both>> = {
  none: ['utan klass', 'not classed'],
  minor: ['av ringa betydelse', 'of little importance'],
  case: ['hör till ett ärende', 'part of a case'],
  register: ['ska registreras', 'to be registered'],
  abusive: ['hot och kränkningar', 'threats and abuse'],
};

/** What a role is called in a paper. */
export const roleName = (role: Role, t: Tongue): string => t.say(...ROLES[role]);

/** What a retention rule is for, in words. */
export const coversOf = (
  { record, recordClass, kinds }: Pick<RetentionRule, 'record' | 'recordClass' | 'kinds'>,
  types: readonly CaseType[],
  t: Tongue,
): string =>
  [
    t.say(...RECORDS[record]),
    ...(recordClass ? [t.say(...CLASSES[recordClass])] : []),
    ...kinds.map((kind) => {
      const type = types.find(({ id }) => id === kind);
      return type ? t.of(type.name).toLowerCase() : kind;
    }),
  ].join(', ');
