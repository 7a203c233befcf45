import type { LanguageFile } from './index.ts';

/** Finnish. Names and times keep their basic form: the sentences are built so that none of them has to be inflected. */
export const messages: LanguageFile['messages'] = {
  direction: 'ltr',
  title: 'Chat',
  language: 'Kieli',
  close: 'Sulje',
  loading: 'Chatia ladataan',

  openUntil: (p) => `Avoinna klo ${p.time} asti`,
  open: 'Avoinna nyt',
  closedUntil: (p) => `Suljettu. Avautuu: ${p.when}`,
  closed: 'Suljettu juuri nyt',
  nobody: 'Chatissa ei ole juuri nyt vastaajaa',
  inQueue: 'Olet jonossa',
  answers: (p) => `Sinulle vastaa ${p.names}`,
  over: 'Chat on päättynyt',

  hello: 'Hei! Mitä haluaisit kysyä?',
  helloText: 'Kirjoita kysymyksesi, niin joku meistä vastaa sinulle tässä chatissa.',
  leaveTitle: 'Jätä kysymyksesi',
  leaveText:
    'Kirjoita kysymyksesi ja kerro, miten saamme sinuun yhteyden. Vastaamme tässä chatissa ja antamaasi sähköpostiosoitteeseen tai puhelinnumeroon.',
  orCall: 'Voit ottaa yhteyttä myös näin:',
  privacy: 'Näin käsittelemme tietojasi',
  privacyMore: 'Lue lisää',

  writeQuestion: 'Kirjoita kysymyksesi',
  writeMessage: 'Kirjoita viesti',
  send: 'Lähetä',
  personalNumber:
    'Tämä näyttää henkilötunnukselta. Peitämme sen ennen lähettämistä, jotta kukaan ei näe sitä. Älä koskaan kirjoita henkilötunnusta chatiin.',
  tooLong: (p) =>
    `Teksti on liian pitkä: ${p.n} merkkiä, kun enimmäismäärä on ${p.limit}. Jaa se useaan viestiin.`,

  retry: 'Yritä uudelleen',
  end: 'Lopeta',
  endLong: 'Lopeta chat',
  lost: 'Yhteys katkesi',
  lostText: 'Yritämme uudelleen – kirjoittamasi on tallessa.',
  unreachable: 'Chatiin ei saada yhteyttä',
  unreachableText: 'Yritämme itse uudelleen. Kirjoittamasi on tallessa.',
  unknownSite: 'Tätä chatia ei ole',
  outdated: 'Chat on päivitetty',
  outdatedText: 'Lataa sivu uudelleen, niin voit jatkaa. Kirjoittamasi on tallessa.',
  reload: 'Lataa uudelleen',
};

export const talk: LanguageFile['talk'] = {
  conversation: 'Keskustelu',
  you: 'Sinä',
  change: 'Muokkaa',
  discard: 'Poista',
  sending: 'Lähetetään',
  sent: 'Lähetetty',
  delivered: 'Perillä',
  read: 'Luettu',
  failed: 'Lähetys ei onnistunut',
  newMessages: (p) => (p.n === 1 ? '1 uusi viesti' : `${p.n} uutta viestiä`),
  typing: (p) => `${p.name} kirjoittaa`,

  assigned: (p) => `Sinua auttaa nyt ${p.name}`,
  returned: 'Olet taas jonossa, ensimmäisenä. Kirjoittamasi on tallessa.',
  contactLeft: (p) => `Jätit yhteystietosi: ${p.contact}`,
  specialistJoined: (p) => `${p.name} (${p.department}) tuli mukaan chatiin`,
  transferred: (p) => `Sinua auttaa nyt ${p.name} (${p.department})`,
  specialistLeft: (p) => `${p.name} (${p.department}) poistui chatista`,
  caseOpened: (p) => `Kysymyksesi on nyt asia ${p.number}. Saat vastauksen viimeistään ${p.date}.`,
  youEnded: 'Päätit chatin',
  wasClosed: 'Chat on päättynyt',

  arriving: 'Kysymystäsi lähetetään.',
  proving:
    'Moni kirjoittaa meille juuri nyt. Siksi teemme lyhyen turvatarkistuksen ennen kuin kysymyksesi lähetetään. Sinun ei tarvitse tehdä mitään.',
  waiting: 'Kysymyksesi on tullut perille. Vastaamme niin pian kuin voimme.',
  next: 'Kysymyksesi on tullut perille. Olet seuraavana vuorossa.',
  place: (p) => `Kysymyksesi on tullut perille. Paikkasi jonossa: ${p.n}.`,
  estimate: (p) => `Arvioitu odotusaika on noin ${p.minutes}.`,
  leaveInstead: 'Jätä sen sijaan yhteystiedot',
  received: 'Saimme kysymyksesi ja vastaamme siihen',
  thanks: 'Kiitos! Saimme kysymyksesi.',
  thanksText:
    'Joku meistä vastaa tässä chatissa ja antamiesi yhteystietojen kautta. Voit lukea vastauksen täällä, jos palaat samalla laitteella 24 tunnin kuluessa.',

  attach: 'Liitä tiedosto',
  emoji: 'Emoji',
  more: 'Lisää',
};

export const forms: LanguageFile['forms'] = {
  contactTitle: 'Miten saamme sinuun yhteyden?',
  contactHint: 'Anna sähköpostiosoite tai puhelinnumero, mieluiten molemmat.',
  name: 'Nimi',
  optional: 'vapaaehtoinen',
  email: 'Sähköposti',
  phone: 'Puhelin',
  sendContact: 'Lähetä tiedot',
  sendQuestion: 'Lähetä kysymys',
  cancel: 'Peruuta',
  needQuestion: 'Kirjoita kysymyksesi.',
  needContact: 'Anna sähköpostiosoitteesi tai puhelinnumerosi, jotta voimme vastata.',
  badEmail: 'Sähköpostiosoitteessa on virhe. Kirjoita se muodossa nimi@example.com.',
  badPhone: 'Puhelinnumerossa on virhe. Kirjoita se numeroin, esimerkiksi 070-123 45 67.',
  notPersonalNumber: 'Tämä näyttää henkilötunnukselta. Poista se: emme tarvitse sitä vastataksemme.',

  endQuestion: 'Haluatko lopettaa chatin?',
  endText: 'Voit tallentaa keskustelun sen jälkeen.',
  endYes: 'Kyllä, lopeta',
  endNo: 'Ei, jatka chatia',
  ratingTitle: 'Miten meni?',
  ratingLow: 'Ei lainkaan hyvin',
  ratingHigh: 'Erittäin hyvin',
  comment: 'Haluatko kertoa lisää?',
  rate: 'Lähetä vastaus',
  rated: 'Kiitos vastauksestasi!',
  save: 'Tallenna keskustelu',
  startOver: 'Esitä uusi kysymys',

  errorRate: 'Liian monta viestiä lyhyessä ajassa. Odota hetki ja yritä uudelleen.',
  errorOverloaded: 'Juuri nyt moni kirjoittaa meille. Yritä hetken kuluttua uudelleen tai soita meille.',
  errorClosed: 'Keskustelu oli jo päättynyt. Yritä uudelleen, niin tekstistäsi alkaa uusi keskustelu.',
  errorChatClosed: 'Chat ehti sulkeutua. Jätä yhteystietosi, niin vastaamme silti.',
  errorInvalid: 'Tekstissä on jotain, mitä emme voi vastaanottaa. Muokkaa sitä ja yritä uudelleen.',
  errorTopic: 'Valitse, mitä kysymyksesi koskee. Valitse ensin Muuta.',
  errorOther: 'Meillä tapahtui virhe. Yritä uudelleen.',
  banned: (p) =>
    `Et voi juuri nyt keskustella kanssamme chatissa. Tervetuloa takaisin: ${p.when}. Jos tarvitset apua ennen sitä, soita meille tai lähetä sähköpostia.`,
};

export const ahead: LanguageFile['ahead'] = {
  important: 'Tärkeä tiedote',
  eServices: 'Tee se itse verkossa',
  suggestions: 'Vastaus löytyy ehkä täältä',
  suggestionsFound: (p) =>
    p.n === 1 ? '1 vastausehdotus on tekstikentän alla' : `${p.n} vastausehdotusta on tekstikentän alla`,
  backToQuestion: 'Takaisin kysymykseen',
  guideMore: 'Siirry verkkosivulle',
  guideFailed: 'Tekstiä ei voitu hakea',
  helpedAsk: 'Saitko vastauksen kysymykseesi?',
  helpedYes: 'Kyllä, tämä vastasi kysymykseeni',
  helpedNo: 'Ei, haluan esittää kysymykseni',
  helpedThanks: 'Hienoa, että sait vastauksen!',
  helpedThanksText: 'Kiitos, että kerroit. Voit esittää uuden kysymyksen milloin haluat.',
  topic: 'Mitä kysymys koskee?',
  topicOptional: 'vapaaehtoinen',
  topicNone: 'Valitse aihe',
  topicNeeded: 'Valitse, mitä kysymys koskee.',
};

export const extras: LanguageFile['extras'] = {
  closeSheet: 'Sulje',
  files: 'Lähetettävät tiedostot',
  describePicture: 'Kuvaile kuvaa',
  describeHint: 'Vapaaehtoinen. Niille, jotka eivät näe kuvaa.',
  fileSending: (p) => `Lähetetään: ${p.name}, valmiina ${p.percent}`,
  fileCancel: 'Peruuta',
  fileRemove: 'Poista',
  fileLost:
    'Tiedosto ei mennyt perille. Se lähetetään uudelleen, kun yhteys palaa. Älä sulje chattia ennen sitä, muuten sinun on valittava tiedosto uudelleen.',
  fileType: 'Tällaista tiedostoa ei voi lähettää. Valitse kuva (JPEG, PNG, WebP tai GIF) tai pdf.',
  fileTooLarge: (p) => `Tiedosto on liian suuri. Se saa olla enintään ${p.limit}.`,
  fileBroken: 'Tiedosto on tyhjä tai vioittunut. Valitse toinen.',
  fileInfected: 'Tiedostossa on haittaohjelma. Sitä ei ole lähetetty.',
  fileUnchecked: 'Tiedostoa ei voitu juuri nyt tarkistaa. Yritä hetken kuluttua uudelleen.',
  openPicture: 'Avaa kuva uudessa välilehdessä',
  emojiFaces: 'Kasvot',
  emojiHands: 'Kädet ja merkit',
  emojiNature: 'Sää, luonto ja ruoka',
  emojiThings: 'Koti, matkat ja esineet',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  copyLatest: 'Kopioi viimeisin vastaus',
  copyAll: 'Kopioi koko keskustelu',
  copyFailed: 'Selain ei sallinut kopiointia.',
  notices: 'Kun saat vastauksen etkä näe chattia',
  noticeSound: 'Toista ääni',
  noticeDesktop: 'Näytä ilmoitus näytöllä',
  noticesOn: 'Tältä näyttää, kun saat vastauksen.',
  newAnswer: (p) => `${p.name} on vastannut sinulle`,
  desktopNotHere: 'Selain ei salli ilmoituksia toisella sivustolla olevasta ruudusta. Ääni toimii silti.',
  desktopRefused:
    'Selain ei salli ilmoituksia täältä. Sen voi usein muuttaa selaimen sivukohtaisissa asetuksissa.',
  followCase: 'Seuraa asiaa',
  openCase: (p) => `Avaa asia ${p.number}`,
  casePrivate: 'Linkki on vain sinua varten. Tallenna se, jos haluat seurata asiaa myöhemmin.',
};

/** Of what is sent by mail. */
export const byMail: LanguageFile['byMail'] = {
  mailTranscript: 'Lähetä keskustelu sähköpostiin',
  mailTranscriptHint: 'Lähetämme sen, mitä sinä ja me olemme kirjoittaneet. Osoitetta ei käytetä muuhun.',
  mailTranscriptSent: (p) => `Keskustelu on matkalla osoitteeseen ${p.email}.`,
  mailLink: 'Jatka toisella laitteella',
  mailLinkHint:
    'Lähetämme linkin omaan sähköpostiisi. Se toimii kerran, 24 tunnin ajan. Avaa se siellä, missä haluat jatkaa.',
  mailLinkSent: (p) => `Linkki on matkalla osoitteeseen ${p.email}.`,
  mailSend: 'Lähetä',
  mailSecret:
    'Tämä keskustelu koskee arkaluonteisia asioita, eikä sitä voi lähettää sähköpostitse. Tallenna se tiedostona.',
  eraseAsk: 'Poista keskustelu',
  eraseSure: 'Poistetaanko pysyvästi?',
  eraseText:
    'Kirjoittamasi ja kirjoittamamme viestit poistetaan, eikä niitä voi palauttaa. Tallenna keskustelu ensin, jos haluat säilyttää sen.',
  eraseDo: 'Kyllä, poista',
  mailLost: 'Emme saaneet vastausta. Yritä uudelleen.',
};
