import type { SubjectGround, SubjectOutcome, SubjectRequest } from '@lotsa/protocol';

type Tongue = 'sv' | 'en';

/** Grounds of a no with the law they rest on, as the person reads them. */
const GROUNDS: Record<SubjectGround, Record<Tongue, string>> = {
  archive: {
    sv: 'Uppgifterna finns i allmänna handlingar som kommunen måste bevara. De får bara gallras efter ett beslut om gallring (10 § arkivlagen och artikel 17.3 b och d i dataskyddsförordningen).',
    en: 'The data is in public records that the municipality has to keep. They may only be erased by a decision on disposal (section 10 of the Archives Act and article 17.3 b and d of the General Data Protection Regulation).',
  },
  notYet: {
    sv: 'Uppgifterna får gallras, men först när tiden i gallringsbeslutet har gått ut. De tas bort då utan att du behöver be om det (10 § arkivlagen).',
    en: 'The data may be erased, but only when the time in the decision on disposal has run out. It is erased then without your having to ask (section 10 of the Archives Act).',
  },
  openMatter: {
    sv: 'Ditt ärende eller samtal pågår. Uppgifterna behövs för att vi ska kunna svara dig (artikel 17.1 a och 17.3 b).',
    en: 'Your case or conversation is still open. The data is needed for us to answer you (article 17.1 a and 17.3 b).',
  },
  release: {
    sv: 'Någon har begärt att få ta del av handlingen. Den får inte tas bort innan begäran är prövad (2 kap. tryckfrihetsförordningen).',
    en: 'Somebody has asked for the record to be released. It may not be erased before that has been decided (chapter 2 of the Freedom of the Press Act).',
  },
  legalClaim: {
    sv: 'Uppgifterna behövs för att fastställa, göra gällande eller försvara ett rättsligt anspråk (artikel 17.3 e).',
    en: 'The data is needed to establish, exercise or defend a legal claim (article 17.3 e).',
  },
  publicTask: {
    sv: 'Uppgifterna behövs för en uppgift av allmänt intresse eller för myndighetsutövning (artikel 17.3 b).',
    en: 'The data is needed for a task in the public interest or for the exercise of official authority (article 17.3 b).',
  },
  secrecy: {
    sv: 'Uppgifterna omfattas av sekretess, och därför lämnar vi inte ut dem (offentlighets- och sekretesslagen och 5 kap. 1 § dataskyddslagen).',
    en: 'The data is covered by secrecy, and is therefore not disclosed (the Public Access to Information and Secrecy Act, and chapter 5, section 1 of the Data Protection Act).',
  },
  others: {
    sv: 'Uppgifterna kan inte lämnas ut utan att det skadar någon annan (artikel 15.4).',
    en: 'The data cannot be disclosed without harm to somebody else (article 15.4).',
  },
  unidentified: {
    sv: 'Vi har inte kunnat säkerställa att det är du som har gjort begäran (artikel 12.2 och 12.6).',
    en: 'We could not make sure that it was you who made the request (article 12.2 and 12.6).',
  },
  excessive: {
    sv: 'Begäran är uppenbart ogrundad eller orimlig (artikel 12.5 b).',
    en: 'The request is manifestly unfounded or excessive (article 12.5 b).',
  },
  correct: {
    sv: 'Vi bedömer att uppgifterna är riktiga. Det du skrev finns kvar som du skrev det, för att handlingen ska vara äkta (artikel 16).',
    en: 'We consider the data correct. What you wrote stays as you wrote it, so that the record is authentic (article 16).',
  },
};

const WORDS = {
  sv: {
    hello: (name: string) => `Hej ${name}!`,
    asked: {
      access:
        'Du har begärt att få veta vilka uppgifter vi har om dig (artikel 15 i dataskyddsförordningen).',
      rectification: 'Du har begärt att vi rättar uppgifter om dig (artikel 16 i dataskyddsförordningen).',
      erasure: 'Du har begärt att vi raderar uppgifter om dig (artikel 17 i dataskyddsförordningen).',
      restriction:
        'Du har begärt att vi begränsar hur vi använder uppgifter om dig (artikel 18 i dataskyddsförordningen).',
    },
    granted: {
      access:
        'Du får uppgifterna tillsammans med det här svaret. Där står också varför vi har dem och hur länge de sparas.',
      rectification: 'Vi har rättat uppgifterna.',
      erasure: 'Vi har raderat uppgifterna.',
      restriction:
        'Vi har begränsat behandlingen. Uppgifterna sparas, men används inte utan att du får veta det.',
    },
    partly: 'Vi har gjort en del av det du bad om. Resten säger vi nej till, av de skäl som står här:',
    refused: 'Vi säger nej till din begäran, av de skäl som står här:',
    nothingFound:
      'Vi har sökt efter det du angav och hittar inga uppgifter om dig i chatten, formulären och ärendena.',
    withdrawn: 'Du har tagit tillbaka din begäran. Vi gör inget mer.',
    erased: (n: number) => `Raderade handlingar: ${n}.`,
    appeal:
      'Beslutet kan överklagas till förvaltningsrätten. Skriv till kommunen inom tre veckor från den dag då du fick beslutet och berätta vad du vill ändra (7 kap. 2 § dataskyddslagen).',
    complain: 'Du kan också klaga hos Integritetsskyddsmyndigheten, imy.se.',
  },
  en: {
    hello: (name: string) => `Dear ${name},`,
    asked: {
      access:
        'You asked which data we have about you (article 15 of the General Data Protection Regulation).',
      rectification:
        'You asked us to correct data about you (article 16 of the General Data Protection Regulation).',
      erasure: 'You asked us to erase data about you (article 17 of the General Data Protection Regulation).',
      restriction:
        'You asked us to restrict how we use data about you (article 18 of the General Data Protection Regulation).',
    },
    granted: {
      access: 'The data comes with this answer. It also says why we have it and for how long it is kept.',
      rectification: 'We have corrected the data.',
      erasure: 'We have erased the data.',
      restriction:
        'We have restricted the processing. The data is stored, and not used without your being told.',
    },
    partly: 'We have done a part of what you asked for. We say no to the rest, for these reasons:',
    refused: 'We say no to your request, for these reasons:',
    nothingFound:
      'We looked by what you gave us, and find no data about you in the chat, the forms and the cases.',
    withdrawn: 'You have withdrawn your request. We do nothing more.',
    erased: (n: number) => `Records that were erased: ${n}.`,
    appeal:
      'This decision can be appealed to the administrative court. Write to the municipality within three weeks of the day on which you received it, and say what you want changed (chapter 7, section 2 of the Swedish Data Protection Act).',
    complain: 'You may also complain to the Swedish Authority for Privacy Protection, imy.se.',
  },
} as const;

/** The words of a ground, with its law. */
export const groundText = (ground: SubjectGround, language: Tongue): string => GROUNDS[ground][language];

/**
 * The answer to a request as a first text for the officer to read and change: what was asked, what becomes of it, on what a no rests, and how
 * to appeal it (GDPR art. 12.4, dataskyddslagen 7 kap. 2 §).
 */
export function subjectLetter(
  { kind, name, language, acts }: Pick<SubjectRequest, 'kind' | 'name' | 'language' | 'acts'>,
  outcome: SubjectOutcome,
  grounds: readonly SubjectGround[],
): string {
  const words = WORDS[language];
  const erased = acts.reduce((sum, act) => sum + (act.type === 'erased' ? act.records : 0), 0);
  const isNo = outcome === 'partly' || outcome === 'refused';
  return [
    words.hello(name),
    words.asked[kind],
    outcome === 'granted' ? words.granted[kind] : words[outcome],
    ...(isNo ? grounds.map((ground) => `– ${groundText(ground, language)}`) : []),
    ...(kind === 'erasure' && erased > 0 ? [words.erased(erased)] : []),
    ...(isNo ? [words.appeal] : []),
    ...(outcome === 'withdrawn' ? [] : [words.complain]),
  ].join('\n\n');
}
