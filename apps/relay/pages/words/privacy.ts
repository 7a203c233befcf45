/** The privacy notice in one language (GDPR art. 13 and 14): what a visitor is told, in plain words. */
export interface PrivacyWords {
  title: string;
  who: string;
  whoText: (site: string) => string;
  why: string;
  whyText: string;
  what: string;
  whatItems: readonly string[];
  /** What is kept encrypted. */
  encrypted: string;
  receivers: string;
  receiversText: string;
  kept: string;
  record: Record<
    | 'minor'
    | 'case'
    | 'register'
    | 'abusive'
    | 'none'
    | 'cases'
    | 'survey'
    | 'visitorToken'
    | 'audit'
    | 'statistics',
    string
  >;
  columns: readonly [string, string];
  days: (n: number) => string;
  hours: (n: number) => string;
  preserved: string;
  decidedByHand: string;
  transferred: (time: string) => string;
  anonymised: (time: string) => string;
  undecided: string;
  device: string;
  deviceText: string;
  rights: string;
  rightsText: string;
  complain: string;
}

const sv: PrivacyWords = {
  title: 'Så hanterar vi dina personuppgifter',
  who: 'Vem som ansvarar',
  whoText: (site) => `${site} ansvarar för uppgifterna i chatten, formulären och dina ärenden.`,
  why: 'Varför vi har uppgifterna',
  whyText:
    'Vi behöver dem för att svara på din fråga och sköta ditt ärende. Det är en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen). Det du skriver blir en allmän handling, och någon kan begära att få läsa den om den inte är hemlig.',
  what: 'Vilka uppgifter det är',
  whatItems: [
    'Det du skriver och de filer du skickar.',
    'Namn, mejl och telefon, om du lämnar dem.',
    'Språk och vilken sida du skrev från.',
    'Personnummer tar vi bort innan något sparas. Vi sparar inte din ip-adress.',
  ],
  encrypted: 'Det du skriver är krypterat när det är sparat.',
  receivers: 'Vem som får se uppgifterna',
  receiversText:
    'De medarbetare som svarar dig, och den del av kommunen som frågan gäller. Vi antecknar vem som läser.',
  kept: 'Hur länge vi sparar',
  record: {
    minor: 'Vanliga samtal',
    case: 'Samtal som hör till ett ärende',
    register: 'Samtal som ska registreras',
    abusive: 'Samtal med hot',
    none: 'Samtal som ingen har bedömt än',
    cases: 'Ärenden',
    survey: 'Svar på enkäten',
    visitorToken: 'Nyckeln i din webbläsare',
    audit: 'Anteckningar om vem som har läst',
    statistics: 'Statistik utan namn',
  },
  columns: ['Vad', 'Hur länge'],
  days: (n) => `${n} dagar`,
  hours: (n) => `${n} timmar`,
  preserved: 'sparas för alltid',
  decidedByHand: 'en person bestämmer',
  transferred: (time) => `${time}, efter att det har flyttats till arkivet`,
  anonymised: (time) => `${time}, sedan utan koppling till dig`,
  undecided: 'inte bestämt än: vi sparar tills det är bestämt',
  device: 'I din webbläsare',
  deviceText:
    'När du öppnar chatten sparas en nyckel i din webbläsare, så att du kommer tillbaka till ditt samtal. Den används inte för att följa dig, och inget skickas till andra företag.',
  rights: 'Dina rättigheter',
  rightsText:
    'Du kan få veta vad vi har om dig, och be oss rätta, radera eller begränsa det. Du kan också invända. Skriv eller ring till oss. Vi svarar inom en månad. Allmänna handlingar får vi inte alltid radera.',
  complain: 'Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
};
const easy: PrivacyWords = {
  ...sv,
  title: 'Dina uppgifter hos oss',
  who: 'Vem bestämmer',
  whoText: (site) => `${site} har ansvar för dina uppgifter.`,
  why: 'Varför har vi dina uppgifter?',
  whyText:
    'Vi behöver uppgifterna för att kunna svara dig. Lagen säger att vi får ha dem. Andra kan be att få läsa det du skriver, om det inte är hemligt.',
  what: 'Vad sparar vi?',
  whatItems: [
    'Det du skriver och filer du skickar.',
    'Ditt namn, din mejl och din telefon, om du skriver det.',
    'Vilket språk du har valt och vilken sida du var på.',
    'Vi tar bort personnummer. Vi sparar inte var din dator finns.',
  ],
  encrypted: 'Det du skriver är låst med en hemlig kod.',
  receivers: 'Vem får läsa?',
  receiversText: 'De som arbetar i kommunen och hjälper dig. Vi skriver upp vem som läser.',
  kept: 'Hur länge sparar vi?',
  device: 'I din dator eller telefon',
  deviceText:
    'När du öppnar chatten sparar vi en nyckel i din dator eller telefon. Då hittar du tillbaka till ditt samtal. Vi följer inte vad du gör.',
  rights: 'Det här kan du be om',
  rightsText:
    'Du kan be att få veta vad vi har sparat om dig. Du kan be oss ändra det som är fel. Du kan be oss ta bort uppgifter. Ibland säger lagen att vi måste spara dem. Skriv eller ring till oss. Vi svarar inom en månad.',
  complain: 'Är du inte nöjd? Då kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
};
const en: PrivacyWords = {
  title: 'How we handle your personal data',
  who: 'Who is responsible',
  whoText: (site) => `${site} is responsible for the data in the chat, the forms and your cases.`,
  why: 'Why we have the data',
  whyText:
    'We need it to answer your question and handle your case. That is a task in the public interest (article 6.1 e of the General Data Protection Regulation). What you write becomes a public record, and somebody may ask to read it unless it is secret.',
  what: 'Which data it is',
  whatItems: [
    'What you write and the files you send.',
    'Name, e-mail and phone, if you leave them.',
    'Language, and the page you wrote from.',
    'We remove personal identity numbers before anything is stored. We do not store your IP address.',
  ],
  encrypted: 'What you write is encrypted when it is stored.',
  receivers: 'Who may see the data',
  receiversText:
    'The staff who answer you, and the part of the municipality that the question is about. We note who reads it.',
  kept: 'For how long we keep it',
  record: {
    minor: 'Ordinary conversations',
    case: 'Conversations that belong to a case',
    register: 'Conversations to be registered',
    abusive: 'Conversations with threats',
    none: 'Conversations that nobody has assessed yet',
    cases: 'Cases',
    survey: 'Survey answers',
    visitorToken: 'The key in your browser',
    audit: 'Notes of who has read',
    statistics: 'Statistics without names',
  },
  columns: ['What', 'How long'],
  days: (n) => `${n} days`,
  hours: (n) => `${n} hours`,
  preserved: 'kept for ever',
  decidedByHand: 'a person decides',
  transferred: (time) => `${time}, after it was moved to the archive`,
  anonymised: (time) => `${time}, then without any link to you`,
  undecided: 'not decided yet: we keep it until it is',
  device: 'In your browser',
  deviceText:
    'When you open the chat a key is stored in your browser, so that you can come back to your conversation. It is not used to follow you, and nothing is sent to other companies.',
  rights: 'Your rights',
  rightsText:
    'You may learn what we have about you, and ask us to correct, erase or restrict it. You may also object. Write or call us. We answer within a month. Public records may not always be erased.',
  complain:
    'If you are not content you may complain to the Swedish Authority for Privacy Protection, imy.se.',
};
const fi: PrivacyWords = {
  title: 'Näin käsittelemme henkilötietojasi',
  who: 'Kuka vastaa',
  whoText: (site) => `${site} vastaa tiedoista chatissa, lomakkeissa ja asioissasi.`,
  why: 'Miksi meillä on tiedot',
  whyText:
    'Tarvitsemme niitä vastataksemme kysymykseesi ja hoitaaksemme asiasi. Se on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta). Kirjoittamastasi tulee viranomaisen asiakirja, ja joku voi pyytää saada lukea sen, ellei se ole salainen.',
  what: 'Mitä tietoja',
  whatItems: [
    'Se, mitä kirjoitat, ja tiedostot, jotka lähetät.',
    'Nimi, sähköposti ja puhelin, jos annat ne.',
    'Kieli ja sivu, jolta kirjoitit.',
    'Poistamme henkilötunnukset ennen tallentamista. Emme tallenna IP-osoitettasi.',
  ],
  encrypted: 'Kirjoittamasi tallennetaan salattuna.',
  receivers: 'Kuka näkee tiedot',
  receiversText:
    'Työntekijät, jotka vastaavat sinulle, ja se kunnan osa, jota kysymys koskee. Kirjaamme, kuka lukee.',
  kept: 'Kuinka kauan säilytämme',
  record: {
    minor: 'Tavalliset keskustelut',
    case: 'Asiaan kuuluvat keskustelut',
    register: 'Rekisteröitävät keskustelut',
    abusive: 'Keskustelut, joissa on uhkauksia',
    none: 'Keskustelut, joita ei ole vielä arvioitu',
    cases: 'Asiat',
    survey: 'Kyselyn vastaukset',
    visitorToken: 'Selaimesi avain',
    audit: 'Merkinnät siitä, kuka on lukenut',
    statistics: 'Tilastot ilman nimiä',
  },
  columns: ['Mitä', 'Kuinka kauan'],
  days: (n) => `${n} päivää`,
  hours: (n) => `${n} tuntia`,
  preserved: 'säilytetään pysyvästi',
  decidedByHand: 'ihminen päättää',
  transferred: (time) => `${time} arkistoon siirtämisen jälkeen`,
  anonymised: (time) => `${time}, sen jälkeen ilman yhteyttä sinuun`,
  undecided: 'ei vielä päätetty: säilytämme, kunnes päätetään',
  device: 'Selaimessasi',
  deviceText:
    'Kun avaat chatin, selaimeesi tallennetaan avain, jotta pääset takaisin keskusteluusi. Sitä ei käytetä seuraamiseen, eikä mitään lähetetä muille yrityksille.',
  rights: 'Oikeutesi',
  rightsText:
    'Voit saada tietää, mitä tietoja meillä on sinusta, ja pyytää meitä oikaisemaan tai poistamaan ne tai rajoittamaan niiden käsittelyä. Voit myös vastustaa käsittelyä. Kirjoita tai soita meille. Vastaamme kuukauden kuluessa. Viranomaisen asiakirjoja ei aina saa poistaa.',
  complain: 'Jos et ole tyytyväinen, voit valittaa Ruotsin tietosuojaviranomaiselle: imy.se.',
};
const ar: PrivacyWords = {
  title: 'كيف نتعامل مع بياناتك الشخصية',
  who: 'من المسؤول',
  whoText: (site) => `${site} مسؤولة عن البيانات في الدردشة والنماذج وقضاياك.`,
  why: 'لماذا لدينا البيانات',
  whyText:
    'نحتاج إليها للإجابة عن سؤالك ومعالجة قضيتك. هذه مهمة للمصلحة العامة (المادة 6.1 هـ من اللائحة العامة لحماية البيانات). ما تكتبه يصبح وثيقة عامة، وقد يطلب شخص قراءتها إن لم تكن سرية.',
  what: 'ما هي البيانات',
  whatItems: [
    'ما تكتبه والملفات التي ترسلها.',
    'الاسم والبريد الإلكتروني والهاتف إذا تركتها.',
    'اللغة والصفحة التي كتبت منها.',
    'نحذف الأرقام الشخصية قبل الحفظ. لا نحفظ عنوان IP الخاص بك.',
  ],
  encrypted: 'ما تكتبه مشفّر عند حفظه.',
  receivers: 'من يرى البيانات',
  receiversText: 'الموظفون الذين يجيبونك، والقسم المعني بالسؤال في البلدية. ونسجّل من يقرأ.',
  kept: 'كم من الوقت نحتفظ بها',
  record: {
    minor: 'المحادثات العادية',
    case: 'المحادثات المتعلقة بقضية',
    register: 'المحادثات التي يجب تسجيلها',
    abusive: 'المحادثات التي فيها تهديد',
    none: 'محادثات لم يقيّمها أحد بعد',
    cases: 'القضايا',
    survey: 'إجابات الاستبيان',
    visitorToken: 'المفتاح في متصفحك',
    audit: 'سجل من قرأ',
    statistics: 'إحصاءات بلا أسماء',
  },
  columns: ['ماذا', 'كم من الوقت'],
  days: (n) => `عدد الأيام: ${n}`,
  hours: (n) => `عدد الساعات: ${n}`,
  preserved: 'تُحفظ دائمًا',
  decidedByHand: 'يقرر شخص',
  transferred: (time) => `${time}، بعد نقلها إلى الأرشيف`,
  anonymised: (time) => `${time}، ثم دون أي صلة بك`,
  undecided: 'لم يُقرَّر بعد: نحتفظ بها حتى يُقرَّر',
  device: 'في متصفحك',
  deviceText:
    'عندما تفتح الدردشة يُحفظ مفتاح في متصفحك لتعود إلى محادثتك. لا يُستخدم لتتبعك، ولا يُرسل شيء إلى شركات أخرى.',
  rights: 'حقوقك',
  rightsText:
    'يمكنك معرفة ما لدينا عنك، وأن تطلب تصحيحه أو حذفه أو تقييد معالجته، وأن تعترض. اكتب لنا أو اتصل بنا. نجيب خلال شهر. لا يجوز دائمًا حذف الوثائق العامة.',
  complain: 'إذا لم تكن راضيًا يمكنك تقديم شكوى إلى هيئة حماية الخصوصية السويدية imy.se.',
};

const WORDS: Readonly<Record<string, PrivacyWords>> = { sv, en, ar, fi, 'sv-x-easy': easy };

/** The notice's words in a language of the pages. */
export const privacyWords = (tag: string): PrivacyWords => WORDS[tag] ?? sv;
