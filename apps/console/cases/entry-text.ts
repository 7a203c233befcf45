import type { CaseEntry } from '@lotsa/protocol';
import type { App } from '../app-context.ts';
import { liesWith } from './case-names.ts';
import { undeliveredReason } from './undelivered-reason.ts';

/** What happened, in one line. */
export function entryText(app: Pick<App, 'i18n' | 'state' | 'cases'>, { event, author }: CaseEntry): string {
  const { t, formats } = app.i18n;
  const name = author.type === 'staff' ? author.name : t.lotsa;
  switch (event.type) {
    case 'received':
      return event.opening.mail ? t.caseLog_receivedMail : t.caseLog_received;
    case 'supplemented':
      return event.mail ? t.caseLog_supplementedMail : t.caseLog_supplemented;
    case 'withdrawn':
      return t.caseLog_withdrawn;
    case 'statusSet':
      return t.caseLog_status({ name, status: t[`caseStatus_${event.status}`] });
    case 'departmentSet':
      return t.caseLog_department({
        name,
        to: liesWith(app, event.departmentId),
        when: formats.date(event.promisedAt),
      });
    case 'ownerSet':
      return event.owner ? t.caseLog_owner({ name, to: event.owner.name }) : t.caseLog_noOwner({ name });
    case 'handlerSet':
      if (!event.handler) return t.caseLog_noHandler({ name });
      if (author.type === 'staff' && author.id === event.handler.id) return t.caseLog_took({ name });
      return t.caseLog_handler({ name, to: event.handler.name });
    case 'answered':
      return event.shared ? t.caseLog_answeredAll({ name }) : t.caseLog_answered({ name });
    case 'noted':
      return t.caseLog_noted({ name });
    case 'promiseSet':
      return t.caseLog_promise({ name, when: formats.date(event.promisedAt) });
    case 'merged':
      return t.caseLog_merged({ name, number: event.into });
    case 'contactCorrected':
      return t.caseLog_contactCorrected({ name });
    case 'reopened':
      return t.caseLog_reopened({ name, when: formats.date(event.promisedAt) });
    case 'glassBroken':
      return t.caseLog_glassBroken({ name });
    case 'glassMended':
      return t.caseLog_glassMended({ name: event.user.name });
    case 'diaryNumberSet':
      return t.eventDiaryNumber({ name, number: event.diaryNumber });
    case 'autoReplied':
      return t.caseLog_autoReplied({ from: event.mail.from });
    case 'undelivered':
      return t.caseLog_undelivered({
        when: formats.dayTime(event.sentAt),
        why: undeliveredReason(event.status, t),
      });
    case 'alerted':
      if (event.alerted === 'reminder') return t.caseLog_reminder;
      return event.alerted === 'owner' ? t.caseLog_alertedOwner : t.caseLog_alertedManager;
  }
}
