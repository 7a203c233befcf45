import { caseTypeOf, maskedContact, maskPersonalNumbers } from '@lotsa/core';
import type { CaseMail, FileRef, RefusedFile, Site } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { isSecret } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { promisedDate } from './open-case.ts';

/** A mail that becomes a case. */
export interface MailedQuestion {
  /** The mail's id: the same mail is the same case (rule M2). */
  id: string;
  language: string;
  sender: { name: string; address: string };
  subject: string;
  text: string;
  files: FileRef[];
  refused: RefusedFile[];
  mail: CaseMail;
}

const TITLE = {
  sv: 'Fråga via e-post',
  en: 'Question by e-mail',
  fi: 'Kysymys sähköpostitse',
  ar: 'سؤال عبر البريد الإلكتروني',
  'sv-x-easy': 'Fråga i mejl',
};
const SUBJECT = { sv: 'Ämne', en: 'Subject', fi: 'Aihe', ar: 'الموضوع', 'sv-x-easy': 'Ämne' };
const TEXT = { sv: 'Meddelande', en: 'Message', fi: 'Viesti', ar: 'الرسالة', 'sv-x-easy': 'Meddelande' };

/** Opens a case from a mail, for whom the site's first topic lies with. Nobody is answered here. */
export async function openMailedCase(relay: Relay, site: Site, question: MailedQuestion): Promise<CaseDoc> {
  const { topics, departments, caseTypes } = await relay.directory();
  const topic = topics.get(site.defaultTopicId);
  const departmentId = topic?.departmentId ?? null;
  const type = caseTypeOf(caseTypes, 'question');
  const { sender, files, refused, mail } = question;
  const masked = (text: string): string => maskPersonalNumbers(text).text;
  const answers = [
    { name: 'subject', label: SUBJECT, value: masked(question.subject) },
    { name: 'text', label: TEXT, value: masked(question.text) },
  ].filter(({ value }) => value !== '');
  const doc = await relay.cases.open(
    `mail:${question.id}`,
    site,
    {
      kind: type.id,
      title: TITLE,
      language: question.language,
      formId: null,
      conversationId: null,
      topicId: topic?.id ?? null,
      departmentId,
      contact: maskedContact({
        ...(sender.name === '' ? {} : { name: sender.name }),
        email: sender.address,
      }),
      secret: isSecret(departments.get(departmentId ?? '')),
      promisedAt: await promisedDate(relay, site, departmentId, {
        kind: type.id,
        topicId: topic?.id ?? null,
      }),
      answers,
      files,
      mail,
      ...(refused.length > 0 ? { refused } : {}),
      ...(type.front ? { front: true } : {}),
    },
    { actor: { type: 'visitor', visitorId: '' }, id: 'received-by-mail' },
  );
  const [first] = doc.log;
  // Of a retry, the files of the first attempt are the ones that count.
  if (first?.event.type === 'received')
    await relay.files.attach(first.event.opening.files, { type: 'case', id: doc.id });
  return doc;
}
