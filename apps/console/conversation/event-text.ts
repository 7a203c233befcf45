import type { Directory } from '@lotsa/client';
import type { Author, ConversationEvent } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';
import { verifiedWords } from '../identity/verified-words.ts';
import { contactLine, targetName, topicName } from '../names/names.ts';

/** What happened, in one line. */
export function eventText(
  event: ConversationEvent,
  author: Author,
  directory: Directory | null,
  i18n: ConsoleI18n,
): string {
  const { t } = i18n;
  const name = author.type === 'staff' ? author.name : t.lotsa;
  switch (event.type) {
    case 'assigned':
      return t.eventAssigned(event.user);
    case 'registered':
      return t.eventRegistered({ name, channel: t[`channel_${event.channel}`] });
    case 'secrecySet':
      if (event.protectedIdentity) return t.eventProtected({ name });
      return event.secret ? t.eventSecret({ name }) : t.eventNotSecret({ name });
    case 'identified':
      return t.eventIdentified(verifiedWords(event.identity, t));
    case 'identityEnded':
      return t.eventIdentityEnded;
    case 'glassBroken':
      return t.eventGlassBroken({ name, reason: event.reason });
    case 'glassMended':
      return t.eventGlassMended(event.user);
    case 'offered':
      return t.eventOffered(event.user);
    case 'offerEnded':
      if (event.reason === 'left') return t.eventOfferLeft(event.user);
      return event.reason === 'missed' ? t.eventOfferMissed(event.user) : t.eventOfferDeclined(event.user);
    case 'returned':
      return event.reason === 'released' ? t.eventReleased({ name }) : t.eventAgentGone;
    case 'contactLeft':
      return t.eventContactLeft({ contact: contactLine(event.contact) });
    case 'handoffRequested': {
      const words = { name, to: targetName(directory, event, i18n) };
      if (event.mode === 'consult') return t.eventConsultRequested(words);
      return event.mode === 'join' ? t.eventJoinRequested(words) : t.eventTransferRequested(words);
    }
    case 'handoffAccepted':
      if (event.mode === 'consult') return t.eventConsultAccepted(event.user);
      return event.mode === 'join' ? t.eventJoinAccepted(event.user) : t.eventTransferAccepted(event.user);
    case 'handoffApproved':
      return t.eventApproved(event.user);
    case 'handoffOverdue':
      return event.alerted === 'owner' ? t.eventOverdueOwner : t.eventOverdueManager;
    case 'contactCorrected':
      return t.eventContactCorrected({ name });
    case 'classed':
      return t.eventClassed({ name, as: t[`recordClass_${event.recordClass}`], reason: event.reason });
    case 'diaryNumberSet':
      return t.eventDiaryNumber({ name, number: event.diaryNumber });
    case 'reopened':
      return t.eventReopened;
    case 'handoffDeclined':
      return t.eventDeclined({ name: event.user.name, reason: event.reason });
    case 'handoffExpired':
      return t.eventExpired;
    case 'handoffWithdrawn':
      return t.eventWithdrawn(event.user);
    case 'handoffAnswered':
      return t.eventAnswered(event.user);
    case 'caseOpened':
      return t.eventCaseOpened({ number: event.number, date: i18n.formats.date(event.promisedAt) });
    case 'visitorEnded':
      return t.eventVisitorEnded;
    case 'closed':
      if (event.ban) {
        const { until, reason } = event.ban;
        return t.eventBanned({ name, until: i18n.formats.dayTime(until), reason });
      }
      return t.eventClosed({
        name,
        outcome: t[`outcome_${event.outcome}`],
        topic: topicName(directory, event.topicId, i18n),
      });
  }
}
