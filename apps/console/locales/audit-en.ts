import type { AuditAction } from '@lotsa/protocol';

const actions: { [Action in AuditAction as `auditAction_${Action}`]: string } = {
  auditAction_monitored: 'Watched a conversation',
  auditAction_whispered: 'Whispered to the agent in a conversation',
  auditAction_glassBroken: 'Opened a secret conversation',
  auditAction_settingsChanged: 'Changed a setting',
  auditAction_settingsRemoved: 'Removed a setting',
  auditAction_settingsExported: 'Exported the settings',
  auditAction_settingsImported: 'Imported settings from a file',
  auditAction_userInvited: 'Made a sign-in link',
  auditAction_passwordSet: 'Chose a password',
  auditAction_mailRead: 'Read an outgoing mail',
  auditAction_mailResent: 'Sent a mail again',
  auditAction_caseRead: 'Read a case',
  auditAction_caseChanged: 'Changed a case',
  auditAction_caseOpened: 'Opened a case',
  auditAction_banned: 'Banned a visitor',
  auditAction_banLifted: 'Lifted a ban',
  auditAction_auditRead: 'Read the audit log',
  auditAction_auditExported: 'Exported the audit log',
};

/** The audit log, in English. */
export const auditEn = {
  ...actions,
  audit: 'Audit log',
  auditAbout:
    'Who has read, exported or changed what. Entries are only ever added, and each carries a receipt of the one before, so that it shows when one is changed or removed.',
  auditWho: 'Who',
  auditEverybody: 'Everybody',
  auditSubject: 'What it was about',
  auditSubjectHint: 'Case number, id of the conversation or of the setting.',
  auditFrom: 'From',
  auditTo: 'To and including',
  auditShow: 'Show',
  auditNone: 'No entries',
  auditNoneText: 'There are no entries for what you have chosen.',
  auditFailed: 'The audit log could not be fetched',
  auditMore: 'Show older',
  auditCsv: 'Download as CSV',
  auditJson: 'Download as JSON',
  auditVerify: 'Check the log',
  auditWhole: (p: { entries: number; hash: string }) =>
    `The log is whole: ${p.entries} entries, none changed or removed. The receipt of the last one is ${p.hash}.`,
  auditBroken: (p: { seq: number }) => `The log is not whole: entry ${p.seq} was changed or removed.`,
  auditWhen: 'When',
  auditWhat: 'What',
  auditReason: 'Reason',
  auditChange: 'Before and after',
  auditBefore: 'Before',
  auditAfter: 'After',
  auditCaption: 'Entries of the audit log, newest first',
};
