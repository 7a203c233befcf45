import type { AuditAction } from '@lotsa/protocol';

const actions: { [Action in AuditAction as `auditAction_${Action}`]: string } = {
  auditAction_monitored: 'Följde ett samtal',
  auditAction_whispered: 'Skrev till handläggaren i ett samtal',
  auditAction_glassBroken: 'Öppnade ett sekretessmarkerat samtal',
  auditAction_settingsChanged: 'Ändrade en inställning',
  auditAction_settingsRemoved: 'Tog bort en inställning',
  auditAction_settingsExported: 'Exporterade inställningarna',
  auditAction_settingsImported: 'Läste in inställningar från en fil',
  auditAction_userInvited: 'Skapade en inloggningslänk',
  auditAction_passwordSet: 'Valde lösenord',
  auditAction_mailRead: 'Läste ett utgående brev',
  auditAction_mailResent: 'Skickade ett brev igen',
  auditAction_caseRead: 'Läste ett ärende',
  auditAction_caseChanged: 'Ändrade ett ärende',
  auditAction_caseOpened: 'Öppnade ett ärende',
  auditAction_banned: 'Stängde av en besökare',
  auditAction_banLifted: 'Hävde en avstängning',
  auditAction_auditRead: 'Läste åtkomstloggen',
  auditAction_auditExported: 'Exporterade åtkomstloggen',
};

/** The audit log, in Swedish. */
export const auditSv = {
  ...actions,
  audit: 'Åtkomstlogg',
  auditAbout:
    'Vem som har läst, exporterat eller ändrat vad. Poster läggs bara till, och varje post bär ett kvitto på den före, så att det märks om någon ändras eller tas bort.',
  auditWho: 'Vem',
  auditEverybody: 'Alla',
  auditSubject: 'Vad det gällde',
  auditSubjectHint: 'Ärendenummer, samtalets id eller inställningens id.',
  auditFrom: 'Från och med',
  auditTo: 'Till och med',
  auditShow: 'Visa',
  auditNone: 'Inga poster',
  auditNoneText: 'Det finns inga poster för det du har valt.',
  auditFailed: 'Åtkomstloggen kunde inte hämtas',
  auditMore: 'Visa äldre',
  auditCsv: 'Hämta som CSV',
  auditJson: 'Hämta som JSON',
  auditVerify: 'Kontrollera loggen',
  auditWhole: (p: { entries: number; hash: string }) =>
    `Loggen är hel: ${p.entries} poster, ingen är ändrad eller borttagen. Sista postens kvitto är ${p.hash}.`,
  auditBroken: (p: { seq: number }) => `Loggen är inte hel: post ${p.seq} är ändrad eller borttagen.`,
  auditWhen: 'När',
  auditWhat: 'Vad',
  auditReason: 'Anledning',
  auditChange: 'Före och efter',
  auditBefore: 'Före',
  auditAfter: 'Efter',
  auditCaption: 'Poster i åtkomstloggen, de senaste först',
};
