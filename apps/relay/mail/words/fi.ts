import type { MailWords } from './sv.ts';

/** Finnish. */
export const fi: MailWords = {
  footer: (centre, site) => `${centre}, ${site}`,
  reach: (phone, email) => `Puhelin: ${phone}\nSähköposti: ${email}`,
  noPersonal: 'Älä koskaan kirjoita henkilötunnusta tai arkaluonteisia tietoja sähköpostiin.',

  transcriptSubject: (centre) => `Keskustelusi: ${centre}`,
  transcriptIntro: 'Pyysit keskustelusi sähköpostiisi. Tässä se on.',
  transcriptAskedBy:
    'Tämä viesti lähetettiin, koska joku kirjoitti tämän osoitteen chatiimme. Etkö se ollut sinä? Silloin voit poistaa viestin.',
  transcriptCut:
    'Keskustelu on pitkä, eikä sen alku mahtunut mukaan. Voit tallentaa koko keskustelun chatissa.',
  you: 'Sinä',
  assigned: (name) => `Sinua auttaa nyt ${name}`,
  returned: 'Olet taas jonossa, ensimmäisenä. Kirjoittamasi on tallessa.',
  contactLeft: 'Jätit yhteystietosi',
  specialistJoined: (name, department) => `${name} (${department}) tuli mukaan chatiin`,
  transferred: (name, department) => `Sinua auttaa nyt ${name} (${department})`,
  specialistLeft: (name, department) => `${name} (${department}) poistui chatista`,
  caseOpened: (number, date) => `Kysymyksesi on nyt asia ${number}. Saat vastauksen viimeistään ${date}.`,
  visitorEnded: 'Päätit chatin',
  closed: 'Chat on päättynyt',
  file: (name) => `Tiedosto: ${name}`,

  linkSubject: (centre) => `Jatka keskusteluasi: ${centre}`,
  linkIntro: 'Avaa linkki laitteella, jolla haluat jatkaa. Näet saman keskustelun molemmilla.',
  linkLabel: 'Jatka keskustelua',
  linkLimits: (until) =>
    `Linkki toimii kerran, ${until} asti. Älä anna sitä muille: se, joka avaa linkin, voi lukea keskustelun.`,
  linkAskedBy:
    'Tämä viesti lähetettiin, koska joku kirjoitti tämän osoitteen chatiimme. Etkö se ollut sinä? Silloin voit poistaa viestin.',

  continueTitle: 'Jatka keskusteluasi tässä',
  continueText:
    'Keskustelu avautuu tällä laitteella ja säilyy myös toisella. Älä tee tätä tietokoneella, jota muut käyttävät.',
  continueButton: 'Jatka keskustelua',
  goneTitle: 'Linkkiä ei voi käyttää',
  goneText:
    'Se on jo käytetty, tai sen aika on kulunut umpeen. Pyydä uusi linkki chatissa laitteella, jolla aloitit keskustelun.',
  goneChat: 'Avaa chat',
};
