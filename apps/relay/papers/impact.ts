import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, table, text } from './model.ts';
import { keptFor, measures, paper, siteNames, type Tongue } from './tongue.ts';

/** A template of the impact assessment (GDPR art. 35.7), with the measures that are actually on. */
export function impactPaper(facts: PaperFacts, t: Tongue): Paper {
  const { on, off } = measures(facts, t);
  const judge = t.say('Avgör: låg, medel, hög', 'Decide: low, medium, high');
  const undecided = facts.rules.filter(({ inForce, decision }) => !inForce || decision === null);
  const strict = facts.departments.filter(({ secrecy }) => secrecy === 'strict');
  return paper(
    facts,
    t,
    t.say('Konsekvensbedömning: chatt, formulär och ärenden', 'Impact assessment: chat, forms and cases'),
    [
      {
        heading: t.say('Behandlingen', 'The processing'),
        blocks: [
          text(
            t.say(
              `Invånare skriver till kommunen på ${siteNames(facts.sites, t)}. Medarbetare svarar, och lämnar vid behov frågan till en förvaltning. Frågor som inte blir klara direkt blir ärenden. Inga beslut fattas automatiskt, och ingen profileras.`,
              `Residents write to the municipality at ${siteNames(facts.sites, t)}. Staff answer, and hand the question to a department where needed. What is not settled at once becomes a case. No decisions are made automatically, and nobody is profiled.`,
            ),
          ),
          decide(
            t.say(
              'Avgör: hur många samtal och ärenden väntas om året, och vilka grupper skriver (barn, personer i utsatt läge)?',
              'Decide: how many conversations and cases are expected a year, and who writes (children, people in a vulnerable situation)?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Behövs en bedömning?', 'Is an assessment needed?'),
        blocks: [
          list(
            t.say(
              `Förvaltningar med stark sekretess: ${strict.length > 0 ? strict.map(({ name }) => t.of(name)).join(', ') : 'inga'}.`,
              `Departments with strict secrecy: ${strict.length > 0 ? strict.map(({ name }) => t.of(name)).join(', ') : 'none'}.`,
            ),
            t.say(
              'Fritext gör att känsliga uppgifter kan komma in utan att någon bett om dem.',
              'Free text means that sensitive data may come in without being asked for.',
            ),
          ),
          decide(
            t.say(
              'Avgör: uppfyller behandlingen två eller fler av IMY:s kriterier?',
              'Decide: does the processing meet two or more of the criteria of the Swedish Authority for Privacy Protection?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Nödvändighet och proportionalitet', 'Necessity and proportionality'),
        blocks: [
          list(
            t.say(
              'Den som skriver behöver inte uppge vem den är. Kontaktuppgifter behövs bara om svaret ska komma senare.',
              'Whoever writes need not say who they are. Contact details are only needed where the answer comes later.',
            ),
            t.say(
              'Personnummer maskas. IP-adresser sparas inte.',
              'Personal numbers are masked. IP addresses are not stored.',
            ),
            ...facts.rules.map((rule) => `${rule.name}: ${keptFor(rule, t)}`),
          ),
          decide(
            t.say(
              'Avgör: kan samma sak nås med mindre uppgifter? Vad tycker de registrerade, eller de som företräder dem (artikel 35.9)?',
              'Decide: can the same be reached with less data? What do the data subjects, or those who represent them, say (article 35.9)?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Risker', 'Risks'),
        blocks: [
          table(
            [
              t.say('Risk', 'Risk'),
              t.say('Skydd som finns', 'Protection there is'),
              t.say('Sannolikhet', 'Likelihood'),
              t.say('Allvar', 'Severity'),
            ],
            [
              [
                t.say('Obehörig medarbetare läser', 'A member of the staff reads without a need'),
                t.say('Roller, sekretessmarkering, åtkomstlogg', 'Roles, secrecy marks, audit log'),
                judge,
                judge,
              ],
              [
                t.say('Någon tar över ett konto', 'An account is taken over'),
                facts.sso !== null || facts.twoStepRoles.length > 0
                  ? t.say('Kommunens inloggning eller två steg', "The municipality's sign-in, or two steps")
                  : t.say('Endast lösenord', 'Passwords only'),
                judge,
                judge,
              ],
              [
                t.say('Databasen eller en kopia kommer bort', 'The database or a copy is lost'),
                facts.encrypted
                  ? t.say(
                      'Texter är krypterade, nycklar förvaras för sig',
                      'Texts are encrypted, keys are kept apart',
                    )
                  : t.say('Ingen kryptering i databasen', 'No encryption in the database'),
                judge,
                judge,
              ],
              [
                t.say('En fil innehåller skadlig kod', 'A file holds malicious code'),
                facts.scans
                  ? t.say('Filtyp kontrolleras, virusskydd', 'File types are checked, virus scan')
                  : t.say('Filtyp kontrolleras, inget virusskydd', 'File types are checked, no virus scan'),
                judge,
                judge,
              ],
              [
                t.say('Uppgifter sparas för länge', 'Data is kept too long'),
                undecided.length > 0
                  ? t.say(
                      `${undecided.length} regler är inte i kraft`,
                      `${undecided.length} rules are not in force`,
                    )
                  : t.say('Alla gallringsregler är i kraft', 'All retention rules are in force'),
                judge,
                judge,
              ],
              [
                t.say('Uppgifter går förlorade', 'Data is lost'),
                facts.storage.kind === 'mongodb'
                  ? t.say(
                      'Databas i replikuppsättning, säkerhetskopia enligt rutin',
                      'Replica set, backup as in the instruction',
                    )
                  : t.say('Säkerhetskopia enligt rutin', 'Backup as in the instruction'),
                judge,
                judge,
              ],
            ],
          ),
        ],
      },
      {
        heading: t.say('Åtgärder', 'Measures'),
        blocks: [
          list(...on),
          ...(off.length > 0
            ? [
                text(t.say('Inte påslaget; avgör om det behövs:', 'Not on; decide whether it is needed:')),
                list(...off),
              ]
            : []),
          decide(
            t.say(
              'Avgör: återstår en hög risk? Då ska IMY tillfrågas innan behandlingen börjar (artikel 36).',
              'Decide: is a high risk left? Then the supervisory authority has to be consulted before the processing begins (article 36).',
            ),
          ),
        ],
      },
      {
        heading: t.say('Yttrande och beslut', 'Opinion and decision'),
        blocks: [
          decide(
            t.say(
              'Avgör: dataskyddsombudets yttrande, beslut, datum och nästa översyn.',
              'Decide: the opinion of the data protection officer, the decision, its date and the next review.',
            ),
          ),
        ],
      },
    ],
  );
}
