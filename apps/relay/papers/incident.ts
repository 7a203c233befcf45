import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, steps, text } from './model.ts';
import { paper, type Tongue } from './tongue.ts';

/** What to do when personal data was lost, changed or seen by somebody who should not (GDPR art. 33 and 34). */
export function incidentPaper(facts: PaperFacts, t: Tongue): Paper {
  return paper(facts, t, t.say('Rutin för personuppgiftsincidenter', 'Runbook for personal data breaches'), [
    {
      heading: t.say('Tiden', 'The time'),
      blocks: [
        text(
          t.say(
            'Anmälan till Integritetsskyddsmyndigheten ska göras inom 72 timmar från att kommunen fick vetskap om incidenten (artikel 33). Skriv upp klockslaget direkt.',
            'The Swedish Authority for Privacy Protection has to be notified within 72 hours after the municipality became aware of the breach (article 33). Write down the time at once.',
          ),
        ),
        decide(
          t.say(
            'Avgör: vem leder, vem anmäler och hur nås dataskyddsombudet, också på helger?',
            'Decide: who leads, who notifies, and how is the data protection officer reached, at weekends too?',
          ),
        ),
      ],
    },
    {
      heading: t.say('Första timmen: stoppa', 'The first hour: contain'),
      blocks: [
        steps(
          t.say(
            'Avsluta inloggningar: Administration, Användare, personens inloggning, ”Avsluta inloggningar”. Gör kontot inaktivt.',
            'End sessions: Administration, Users, the person’s sign-in, “End sessions”. Make the account inactive.',
          ),
          facts.sso !== null &&
            t.say(
              `Spärra kontot också i ${facts.sso.name} (${facts.sso.host}). Den som redan är inloggad i Lotsa är det i upp till 12 timmar om ni inte avslutar inloggningen.`,
              `Block the account in ${facts.sso.name} (${facts.sso.host}) too. Whoever is signed in to Lotsa stays so for up to 12 hours unless the session is ended.`,
            ),
          t.say(
            'Har en nyckel eller ett lösenord till servern läckt: byt det i miljön och starta om.',
            'Where a key or a password of the server has leaked: change it in the environment and restart.',
          ),
          facts.encrypted
            ? t.say(
                'Har krypteringsnyckeln läckt: sätt en ny först i ENCRYPTION_KEYS, starta om och kör npm run rotate-keys.',
                'Where the encryption key has leaked: put a new one first in ENCRYPTION_KEYS, restart, and run npm run rotate-keys.',
              )
            : t.say(
                'Databasen är inte krypterad av Lotsa: räkna med att den som har den kan läsa den.',
                'The database is not encrypted by Lotsa: whoever has it can read it.',
              ),
          facts.mailServer !== null &&
            t.say(
              `Har mejl gått fel: stoppa dem i ${facts.mailServer} och se Administration, Mejl.`,
              `Where mail went wrong: stop it at ${facts.mailServer}, and see Administration, Mail.`,
            ),
          t.say(
            'Behöver systemet stängas: stoppa processen med SIGTERM. Widgeten visar då telefon och mejl.',
            'Where the system has to be closed: stop the process by SIGTERM. The widget then shows phone and e-mail.',
          ),
        ),
      ],
    },
    {
      heading: t.say('Säkra spår', 'Secure the evidence'),
      blocks: [
        steps(
          t.say(
            'Hämta åtkomstloggen för tiden (Administration, Åtkomstlogg, CSV) och kör ”Kontrollera loggen”.',
            'Download the audit log for the time (Administration, Audit log, CSV), and run “Check the log”.',
          ),
          facts.storage.kind === 'embedded'
            ? t.say(
                'Kör npm run backup och lägg kopian avskilt.',
                'Run npm run backup, and keep the copy apart.',
              )
            : t.say(
                'Ta en ögonblickskopia av MongoDB och lägg den avskilt.',
                'Take a snapshot of MongoDB, and keep it apart.',
              ),
          t.say(
            'Spara serverns och proxyns loggar. Lotsas egen logg har inga personuppgifter.',
            "Save the logs of server and proxy. Lotsa's own log holds no personal data.",
          ),
          t.say(
            'Sätt gallringsstopp på berörda handlingar.',
            'Put the records concerned under a legal hold.',
          ),
        ),
      ],
    },
    {
      heading: t.say('Bedöm', 'Assess'),
      blocks: [
        list(
          t.say(
            'Vilka uppgifter och hur många personer? Sök i Registrerades rättigheter och i åtkomstloggen.',
            "Which data, and how many people? Search in People's rights and in the audit log.",
          ),
          t.say(
            'Var det sekretess, skyddad identitet, barn, hälsa?',
            'Was there secrecy, protected identity, children, health?',
          ),
          t.say('Vad kan hända dem?', 'What can happen to them?'),
        ),
        decide(
          t.say(
            'Avgör: är en risk för de registrerade osannolik? Då behövs ingen anmälan, men incidenten dokumenteras ändå (artikel 33.5).',
            'Decide: is a risk for the people unlikely? Then no notification is needed, but the breach is documented all the same (article 33.5).',
          ),
        ),
      ],
    },
    {
      heading: t.say('Inom 72 timmar: anmäl och informera', 'Within 72 hours: notify and inform'),
      blocks: [
        steps(
          t.say(
            'Anmäl till IMY (imy.se) vad som hänt, ungefär hur många, troliga följder, åtgärder och kontaktperson. Det som saknas kompletteras senare.',
            'Notify the authority (imy.se): what happened, roughly how many, likely consequences, measures, a contact. What is missing is added later.',
          ),
          t.say(
            'Är risken hög: berätta för de berörda utan dröjsmål, på klarspråk (artikel 34).',
            'Where the risk is high: tell those concerned without delay, in plain words (article 34).',
          ),
          t.say(
            'Är det en betydande it-incident: anmäl också enligt cybersäkerhetslagen.',
            'Where it is a significant incident: notify under the Cybersecurity Act, too.',
          ),
        ),
      ],
    },
    {
      heading: t.say('Efteråt', 'Afterwards'),
      blocks: [
        steps(
          t.say(
            'Dokumentera incidenten, följderna och åtgärderna.',
            'Document the breach, its effects and the measures.',
          ),
          t.say('Uppdatera konsekvensbedömningen.', 'Update the impact assessment.'),
          t.say('Häv gallringsstopp som inte längre behövs.', 'Lift legal holds that are no longer needed.'),
        ),
      ],
    },
  ]);
}
