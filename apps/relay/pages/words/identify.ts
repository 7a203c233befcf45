/** What the pages say of e-identification. */
export interface IdentifyWords {
  title: string;
  text: (p: { provider: string }) => string;
  begin: (p: { provider: string }) => string;
  failed: string;
  doneTitle: string;
  codeText: string;
  codeNobody: string;
  /** In a form. */
  needed: string;
  knownAs: (p: { name: string; provider: string }) => string;
  end: string;
}

const WORDS: Readonly<Record<string, IdentifyWords>> = {
  sv: {
    title: 'Legitimera dig',
    text: (p) =>
      `Den här frågan behöver veta säkert vem du är. Du legitimerar dig med ${p.provider}. De som svarar ser ditt namn. Ditt personnummer sparas inte så att det går att läsa.`,
    begin: (p) => `Legitimera dig med ${p.provider}`,
    failed: 'Legitimeringen blev inte klar. Försök igen, eller ring oss. Numret står längst ner.',
    doneTitle: 'Du har legitimerat dig',
    codeText: 'Gå tillbaka till chatten och skriv den här koden där. Den gäller i fem minuter.',
    codeNobody: 'Ge inte koden till någon annan, och säg den inte i telefon.',
    needed: 'För det här formuläret behöver du legitimera dig först.',
    knownAs: (p) => `Du har legitimerat dig som ${p.name} (${p.provider}). De som svarar ser det.`,
    end: 'Sluta visa vem jag är',
  },
  en: {
    title: 'Identify yourself',
    text: (p) =>
      `This question needs to know for certain who you are. You identify yourself with ${p.provider}. Those who answer see your name. Your personal number is not kept in a form that can be read.`,
    begin: (p) => `Identify yourself with ${p.provider}`,
    failed: 'The identification was not completed. Try again, or call us. The number is at the bottom.',
    doneTitle: 'You have identified yourself',
    codeText: 'Go back to the chat and write this code there. It is good for five minutes.',
    codeNobody: 'Do not give the code to anybody else, and do not tell it on the phone.',
    needed: 'For this form you need to identify yourself first.',
    knownAs: (p) => `You have identified yourself as ${p.name} (${p.provider}). Those who answer see it.`,
    end: 'Stop showing who I am',
  },
  fi: {
    title: 'Tunnistaudu',
    text: (p) =>
      `Tätä kysymystä varten meidän on tiedettävä varmasti, kuka olet. Tunnistaudut palvelulla ${p.provider}. Vastaajat näkevät nimesi. Henkilötunnustasi ei tallenneta luettavassa muodossa.`,
    begin: (p) => `Tunnistaudu: ${p.provider}`,
    failed: 'Tunnistautuminen ei onnistunut. Yritä uudelleen tai soita meille. Numero on sivun alareunassa.',
    doneTitle: 'Olet tunnistautunut',
    codeText: 'Palaa chattiin ja kirjoita tämä koodi sinne. Se on voimassa viisi minuuttia.',
    codeNobody: 'Älä anna koodia kenellekään muulle äläkä kerro sitä puhelimessa.',
    needed: 'Tätä lomaketta varten sinun on ensin tunnistauduttava.',
    knownAs: (p) => `Olet tunnistautunut nimellä ${p.name} (${p.provider}). Vastaajat näkevät sen.`,
    end: 'Älä enää näytä, kuka olen',
  },
  ar: {
    title: 'أثبت هويتك',
    text: (p) =>
      `يتطلب هذا السؤال أن نعرف على وجه اليقين من أنت. تثبت هويتك باستخدام ${p.provider}. يرى اسمك من يجيبك. لا نحفظ رقمك الشخصي بشكل يمكن قراءته.`,
    begin: (p) => `أثبت هويتك باستخدام ${p.provider}`,
    failed: 'لم يكتمل إثبات الهوية. حاول مرة أخرى أو اتصل بنا. الرقم في أسفل الصفحة.',
    doneTitle: 'تم إثبات هويتك',
    codeText: 'عد إلى المحادثة واكتب هذا الرمز فيها. الرمز صالح لمدة خمس دقائق.',
    codeNobody: 'لا تعطِ الرمز لأي شخص آخر ولا تقله عبر الهاتف.',
    needed: 'لهذا النموذج تحتاج إلى إثبات هويتك أولاً.',
    knownAs: (p) => `أثبتَّ هويتك باسم ${p.name} (${p.provider}). يرى ذلك من يجيبك.`,
    end: 'التوقف عن إظهار هويتي',
  },
  'sv-x-easy': {
    title: 'Visa vem du är',
    text: (p) =>
      `Vi måste veta säkert vem du är. Du visar det med ${p.provider}. De som svarar ser ditt namn. Ingen kan läsa ditt personnummer hos oss.`,
    begin: (p) => `Visa vem du är med ${p.provider}`,
    failed: 'Det gick inte. Försök igen eller ring oss. Numret står längst ner.',
    doneTitle: 'Nu vet vi vem du är',
    codeText: 'Gå tillbaka till chatten. Skriv koden där. Du har fem minuter på dig.',
    codeNobody: 'Ge inte koden till någon annan. Säg den inte i telefon.',
    needed: 'Du måste visa vem du är innan du kan fylla i formuläret.',
    knownAs: (p) => `Du är ${p.name} (${p.provider}). De som svarar ser det.`,
    end: 'Visa inte vem jag är',
  },
};

/** The words of a language; Swedish for one that has none. */
export const identifyWords = (tag: string): IdentifyWords => WORDS[tag] ?? (WORDS['sv'] as IdentifyWords);
