import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, table, text } from './model.ts';
import { departmentNames, keptFor, measures, paper, siteNames, type Tongue } from './tongue.ts';
import { roleName } from './names.ts';

/** The record of processing activities (GDPR art. 30.1). */
export function recordPaper(facts: PaperFacts, t: Tongue): Paper {
  const { on, off } = measures(facts, t);
  const contact = facts.sites.map(
    ({ name, phone, email }) => `${t.of(name)}: ${[phone, email].filter(Boolean).join(', ')}`,
  );
  return paper(
    facts,
    t,
    t.say('Registerförteckning: chatt, formulär och ärenden', 'Record of processing: chat, forms and cases'),
    [
      {
        heading: t.say('Personuppgiftsansvarig', 'Controller'),
        blocks: [
          text(t.say(`Webbplatser: ${siteNames(facts.sites, t)}.`, `Sites: ${siteNames(facts.sites, t)}.`)),
          list(...contact),
          decide(
            t.say(
              'Avgör: vilken nämnd är ansvarig, och hur nås dataskyddsombudet?',
              'Decide: which board is the controller, and how is the data protection officer reached?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Ändamål och rättslig grund', 'Purposes and legal basis'),
        blocks: [
          list(
            t.say(
              'Svara på frågor och handlägga ärenden (artikel 6.1 e; förvaltningslagens serviceskyldighet).',
              'Answer questions and handle cases (article 6.1 e; the duty of service in the Administrative Procedure Act).',
            ),
            t.say(
              'Bevara allmänna handlingar (artikel 6.1 c; arkivlagen).',
              'Keep public records (article 6.1 c; the Archives Act).',
            ),
            t.say(
              'Följa upp väntetid och kvalitet med statistik som inte namnger någon.',
              'Follow up waits and quality by statistics that name nobody.',
            ),
            t.say(
              'Skydda systemet och kunna visa vem som har läst vad.',
              'Protect the system, and show who has read what.',
            ),
          ),
          decide(
            t.say(
              'Avgör: stämmer grunderna för era verksamheter? Behandlas känsliga uppgifter (artikel 9.2 g, 3 kap. dataskyddslagen)?',
              'Decide: do these hold for your services? Is sensitive data processed (article 9.2 g; chapter 3 of the Data Protection Act)?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Registrerade och uppgifter', 'Data subjects and data'),
        blocks: [
          table(
            [t.say('Vilka', 'Who'), t.say('Uppgifter', 'Data')],
            [
              [
                t.say('Besökare', 'Visitors'),
                t.say(
                  'Det de skriver och bifogar, språk, sidan de skrev från, namn, mejl och telefon om de lämnar dem, svar på enkäten.',
                  'What they write and attach, language, the page they wrote from, name, e-mail and phone where they leave them, survey answers.',
                ),
              ],
              [
                t.say('Den som fyller i ett formulär', 'Whoever fills in a form'),
                facts.forms.length > 0
                  ? facts.forms.join(', ')
                  : t.say('Inga formulär finns.', 'There are no forms.'),
              ],
              [
                t.say('Medarbetare', 'Staff'),
                t.say(
                  'Namn, roll, förvaltning, mejl, tillgänglighet, vad de har gjort i systemet.',
                  'Name, role, department, e-mail, availability, what they did in the system.',
                ),
              ],
            ],
          ),
        ],
      },
      {
        heading: t.say('Mottagare', 'Recipients'),
        blocks: [
          list(
            t.say(
              `Medarbetare: ${facts.roles.map(([role, n]) => `${roleName(role, t)} (${n})`).join(', ')}.`,
              `Staff: ${facts.roles.map(([role, n]) => `${roleName(role, t)} (${n})`).join(', ')}.`,
            ),
            t.say(
              `Förvaltningar: ${departmentNames(facts.departments, t)}.`,
              `Departments: ${departmentNames(facts.departments, t)}.`,
            ),
            facts.mailServer === null
              ? t.say(
                  'Ingen mejlserver är ansluten: inga mejl lämnar systemet.',
                  'No mail server is connected: no mail leaves the system.',
                )
              : t.say(`Mejlserver: ${facts.mailServer}.`, `Mail server: ${facts.mailServer}.`),
            facts.sso !== null &&
              t.say(`Inloggningstjänst: ${facts.sso.host}.`, `Sign-in service: ${facts.sso.host}.`),
          ),
          decide(
            t.say(
              'Avgör: vilka är personuppgiftsbiträden (drift, mejl), och finns avtal? Förs uppgifter till land utanför EU/EES av dem?',
              'Decide: who are the processors (hosting, mail), and are there agreements? Do they transfer data outside the EU/EEA?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Hur länge uppgifterna sparas', 'For how long the data is kept'),
        blocks: [
          table(
            [t.say('Vad', 'What'), t.say('Tid', 'Time'), t.say('Beslut', 'Decision')],
            facts.rules.map((rule) => [
              rule.name,
              keptFor(rule, t),
              rule.decision ?? t.say('saknas', 'missing'),
            ]),
          ),
        ],
      },
      {
        heading: t.say('Skydd', 'Security measures'),
        blocks: [
          list(...on),
          ...(off.length > 0 ? [text(t.say('Inte påslaget:', 'Not on:')), list(...off)] : []),
        ],
      },
    ],
  );
}
