/** What a mail about a case says, in Swedish: every other language has the same. */
const sv = {
  received: (number: string) => `Vi har tagit emot ditt ärende ${number}`,
  receivedText: (date: string) => `Tack! Du får svar senast ${date}.`,
  answered: (number: string) => `Svar i ditt ärende ${number}`,
  asked: (number: string) => `Vi behöver veta mer om ditt ärende ${number}`,
  askedText: 'Skriv ett tillägg på ärendets sida.',
  status: (number: string) => `Ditt ärende ${number} har ett nytt läge`,
  moved: (number: string) => `Nytt svarsdatum för ditt ärende ${number}`,
  movedText: (date: string) => `Du får svar senast ${date}.`,
  replyAbove: 'Skriv ditt svar ovanför den här raden.',
  askedReply: 'Svara på det här mejlet, eller skriv ett tillägg på ärendets sida.',
  refused: (number: string) => `Filer som inte kom med i ärende ${number}`,
  refusedText: 'De här filerna kunde vi inte ta emot. Resten av ditt mejl har kommit in.',
  secret: 'Av hänsyn till sekretess står inget mer i mejlet. Läs på ärendets sida.',
  link: 'Följ och svara i ärendet',
  footer:
    'Du får mejlet för att du lämnade din e-postadress. Den som har länken kan läsa ärendet. Visa den inte för andra.',
};
type MailWords = typeof sv;

const en: MailWords = {
  received: (number) => `We have received your case ${number}`,
  receivedText: (date) => `Thank you! You get an answer by ${date}.`,
  answered: (number) => `An answer in your case ${number}`,
  asked: (number) => `We need to know more about your case ${number}`,
  askedText: 'Write an addition on the page of the case.',
  status: (number) => `Your case ${number} has a new status`,
  moved: (number) => `A new date for your case ${number}`,
  movedText: (date) => `You get an answer by ${date}.`,
  replyAbove: 'Write your answer above this line.',
  askedReply: 'Answer this e-mail, or write an addition on the page of the case.',
  refused: (number) => `Files that are missing in case ${number}`,
  refusedText: 'We could not receive these files. The rest of your e-mail has come in.',
  secret: 'For reasons of secrecy this e-mail says no more. Read on the page of the case.',
  link: 'Follow and answer in the case',
  footer:
    'You get this e-mail because you left your address. Whoever has the link can read the case. Do not show it to others.',
};

const fi: MailWords = {
  received: (number) => `Olemme vastaanottaneet asiasi ${number}`,
  receivedText: (date) => `Kiitos! Saat vastauksen viimeistään ${date}.`,
  answered: (number) => `Vastaus asiaasi ${number}`,
  asked: (number) => `Tarvitsemme lisätietoja asiastasi ${number}`,
  askedText: 'Kirjoita lisäys asian sivulla.',
  status: (number) => `Asiasi ${number} tila on muuttunut`,
  moved: (number) => `Uusi vastauspäivä asiallesi ${number}`,
  movedText: (date) => `Saat vastauksen viimeistään ${date}.`,
  replyAbove: 'Kirjoita vastauksesi tämän rivin yläpuolelle.',
  askedReply: 'Vastaa tähän viestiin tai kirjoita lisäys asian sivulla.',
  refused: (number) => `Tiedostoja puuttuu asiasta ${number}`,
  refusedText: 'Emme voineet ottaa vastaan näitä tiedostoja. Muu osa viestistäsi on tullut perille.',
  secret: 'Salassapidon vuoksi viestissä ei kerrota enempää. Lue asian sivulta.',
  link: 'Seuraa asiaa ja vastaa',
  footer:
    'Saat viestin, koska jätit sähköpostiosoitteesi. Se, jolla on linkki, voi lukea asian. Älä näytä linkkiä muille.',
};

const ar: MailWords = {
  received: (number) => `استلمنا قضيتك ${number}`,
  receivedText: (date) => `شكراً لك! ستحصل على رد في موعد أقصاه ${date}.`,
  answered: (number) => `رد على قضيتك ${number}`,
  asked: (number) => `نحتاج إلى معرفة المزيد عن قضيتك ${number}`,
  askedText: 'اكتب إضافة في صفحة القضية.',
  status: (number) => `تغيّرت حالة قضيتك ${number}`,
  moved: (number) => `موعد جديد للرد على قضيتك ${number}`,
  movedText: (date) => `ستحصل على رد في موعد أقصاه ${date}.`,
  replyAbove: 'اكتب ردك فوق هذا السطر.',
  askedReply: 'أجب على هذه الرسالة، أو اكتب إضافة في صفحة القضية.',
  refused: (number) => `ملفات لم تصل إلى القضية ${number}`,
  refusedText: 'لم نتمكن من استقبال هذه الملفات. وصلنا باقي رسالتك.',
  secret: 'لأسباب تتعلق بالسرية لا تتضمن الرسالة أكثر من ذلك. اقرأ في صفحة القضية.',
  link: 'تابع القضية وأجب فيها',
  footer:
    'تلقيت هذه الرسالة لأنك تركت عنوان بريدك الإلكتروني. من لديه الرابط يستطيع قراءة القضية. لا تُطلع الآخرين عليه.',
};

const easy: MailWords = {
  received: (number) => `Vi har fått ditt ärende ${number}`,
  receivedText: (date) => `Tack! Du får svar senast ${date}.`,
  answered: (number) => `Du har fått svar i ärende ${number}`,
  asked: (number) => `Vi vill veta mer om ärende ${number}`,
  askedText: 'Klicka på länken. Skriv mer där.',
  status: (number) => `Något har hänt i ärende ${number}`,
  moved: (number) => `Nytt datum för ärende ${number}`,
  movedText: (date) => `Du får svar senast ${date}.`,
  replyAbove: 'Skriv ditt svar här ovanför.',
  askedReply: 'Svara på mejlet. Eller klicka på länken och skriv där.',
  refused: (number) => `Några filer kom inte med i ärende ${number}`,
  refusedText: 'De här filerna kunde vi inte ta emot. Allt annat i ditt mejl har vi fått.',
  secret: 'Vi skriver inte mer här. Klicka på länken och läs.',
  link: 'Läs och svara här',
  footer: 'Du skrev din e-post till oss. Därför får du mejlet. Visa inte länken för andra.',
};

const WORDS: Readonly<Record<string, MailWords>> = { sv, en, fi, ar, 'sv-x-easy': easy };

/** The words of a language; Swedish where it has none. */
export const mailWordsOf = (tag: string): MailWords => WORDS[tag] ?? sv;

/** The line above which an answer is written, in every language: what stands below it is our own mail. */
export const REPLY_LINES: readonly string[] = Object.values(WORDS).map(({ replyAbove }) => replyAbove);
