import type { CaseEvent, Contact, ConversationEvent, HandoffMode, Identity } from '@lotsa/protocol';
import { CHANNELS, CLASSES, OUTCOMES, STATUSES, when } from './words.ts';

/** Names of what events refer to by id. */
export interface Names {
  department: (id: string | null) => string;
  topic: (id: string | null) => string;
}

/** How to reach somebody, in one line. */
export const contactWords = (contact: Contact): string =>
  [contact.name, contact.email, contact.phone].filter(Boolean).join(', ');

const MODES: Record<HandoffMode, string> = {
  consult: 'Rådfrågning',
  join: 'Deltagande',
  transfer: 'Överlämning',
};

/** Who somebody vouched for, in one line. */
export const identityWords = ({ name, email, phone, personalNumber }: Identity): string =>
  [name, personalNumber, email, phone].filter(Boolean).join(', ') || 'utan namn';

/** What happened in a conversation, in one line or two. */
export function conversationEventWords(event: ConversationEvent, { department, topic }: Names): string {
  switch (event.type) {
    case 'registered':
      return [
        `Frågan registrerades för hand (${CHANNELS[event.channel].toLowerCase()}). ${OUTCOMES[event.outcome]}. Ämne: ${topic(event.topicId)}.`,
        event.note,
      ]
        .filter(Boolean)
        .join('\n');
    case 'assigned':
      return `${event.user.name} tog hand om frågan.`;
    case 'offered':
      return `${event.user.name} erbjöds frågan.`;
    case 'offerEnded':
      return `${event.user.name} tog inte emot frågan.`;
    case 'returned':
      return 'Frågan lades tillbaka i kön.';
    case 'contactLeft':
      return `Kontaktuppgifter: ${contactWords(event.contact)}`;
    case 'identified':
      return `Identiteten verifierades (${event.identity.provider || 'webbplatsen'}): ${identityWords(event.identity)}`;
    case 'identityEnded':
      return 'Besökaren avslutade sin verifierade identitet.';
    case 'handoffRequested':
      return `${MODES[event.mode]} begärdes av ${event.user?.name ?? department(event.departmentId)}.\nFråga: ${event.question}\nSkäl: ${event.reason}`;
    case 'handoffApproved':
      return `${event.user.name} godkände överlämningen.`;
    case 'handoffOverdue':
      return 'Överlämningens sista tid passerade.';
    case 'handoffAccepted':
      return `${event.user.name} (${department(event.departmentId)}) tog emot. ${MODES[event.mode]}.`;
    case 'handoffDeclined':
      return `${event.user.name} avböjde.\nSkäl: ${event.reason}`;
    case 'handoffExpired':
      return 'Ingen tog emot överlämningen i tid.';
    case 'handoffWithdrawn':
      return `${event.user.name} tog tillbaka överlämningen.`;
    case 'handoffAnswered':
      return `${event.user.name} (${department(event.departmentId)}) var klar.`;
    case 'visitorEnded':
      return 'Besökaren avslutade chatten.';
    case 'caseOpened':
      return `Frågan blev ärende ${event.number}. Svar utlovat ${when(event.promisedAt)}.`;
    case 'closed':
      return [
        `Samtalet avslutades. ${OUTCOMES[event.outcome]}. Ämne: ${topic(event.topicId)}. ${CLASSES[event.recordClass ?? 'none']}.`,
        event.ban && `Besökaren stängdes av till ${when(event.ban.until)}. Skäl: ${event.ban.reason}`,
      ]
        .filter(Boolean)
        .join('\n');
    case 'classed':
      return `Klassades om: ${CLASSES[event.recordClass].toLowerCase()}.\nSkäl: ${event.reason}`;
    case 'diaryNumberSet':
      return `Diarienummer: ${event.diaryNumber}`;
    case 'contactCorrected':
      return 'Kontaktuppgifterna rättades.';
    case 'reopened':
      return 'Besökaren kom tillbaka om samma ämne.';
    case 'secrecySet':
      if (event.protectedIdentity) return 'Markerades som skyddad identitet.';
      return event.secret ? 'Sekretessmarkerades.' : 'Sekretessmarkeringen togs bort.';
    case 'glassBroken':
      return `${event.user.name} öppnade det sekretessmarkerade samtalet.\nSkäl: ${event.reason}`;
    case 'glassMended':
      return `${event.user.name} läser inte längre det sekretessmarkerade samtalet.`;
  }
}

/** What happened to a case. */
export function caseEventWords(event: CaseEvent, { department }: Names): string {
  switch (event.type) {
    case 'received':
      return [
        event.opening.summary,
        ...event.opening.answers.map(({ label, value, option }) => {
          const said = option?.sv ?? (typeof value === 'boolean' ? (value ? 'Ja' : 'Nej') : value);
          return `${label.sv}: ${said}`;
        }),
      ]
        .filter(Boolean)
        .join('\n');
    case 'supplemented':
      return [event.mail && `E-post från ${event.mail.from}.`, event.text].filter(Boolean).join('\n');
    case 'answered':
    case 'noted':
      return event.text;
    case 'autoReplied':
      return `Automatiskt svar från ${event.mail.from}.\n${event.text}`;
    case 'undelivered':
      return `Mejlet från ${when(event.sentAt)} kom inte fram${event.status === null ? '' : ` (${event.status})`}.`;
    case 'withdrawn':
      return 'Ärendet återkallades.';
    case 'statusSet':
      return [`Status: ${STATUSES[event.status]}.`, event.text].filter(Boolean).join('\n');
    case 'departmentSet':
      return `Flyttades till ${department(event.departmentId)}. Svar utlovat ${when(event.promisedAt)}.`;
    case 'ownerSet':
      return event.owner ? `Ägare: ${event.owner.name}.` : 'Ingen ägare.';
    case 'handlerSet':
      return event.handler ? `Handläggare: ${event.handler.name}.` : 'Ingen handläggare.';
    case 'promiseSet':
      return `Nytt utlovat svar ${when(event.promisedAt)}.\nSkäl: ${event.reason}`;
    case 'merged':
      return `Slogs ihop med ${event.into}.`;
    case 'contactCorrected':
      return 'Kontaktuppgifterna rättades.';
    case 'reopened':
      return `Öppnades igen. Svar utlovat ${when(event.promisedAt)}.`;
    case 'glassBroken':
      return `${event.user.name} öppnade ärendet trots sekretess.\nSkäl: ${event.reason}`;
    case 'glassMended':
      return `${event.user.name} läser inte längre ärendet.`;
    case 'alerted':
      return 'Påminnelse om utlovat svar.';
    case 'diaryNumberSet':
      return `Diarienummer: ${event.diaryNumber}`;
  }
}
