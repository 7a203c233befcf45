import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, table, text } from './model.ts';
import { coversOf } from './names.ts';
import { keptFor, paper, type Tongue } from './tongue.ts';

/** The retention plan, of the rules as they are set up (arkivlagen 10 §; rule P4). */
export function retentionPaper(facts: PaperFacts, t: Tongue): Paper {
  const missing = facts.rules.filter(({ decision }) => decision === null);
  const resting = facts.rules.filter(({ decision, inForce }) => decision !== null && !inForce);
  return paper(
    facts,
    t,
    t.say('Gallringsplan: chatt, formulär och ärenden', 'Retention plan: chat, forms and cases'),
    [
      {
        heading: t.say('Regler', 'Rules'),
        blocks: [
          table(
            [
              t.say('Handling', 'Record'),
              t.say('Gäller', 'Covers'),
              t.say('Tid', 'Time'),
              t.say('Beslut', 'Decision'),
              t.say('I kraft', 'In force'),
            ],
            facts.rules.map((rule) => [
              rule.name,
              coversOf(rule, facts.caseTypes, t),
              keptFor(rule, t),
              rule.decision ?? t.say('saknas', 'missing'),
              rule.inForce ? t.say('ja', 'yes') : t.say('nej', 'no'),
            ]),
          ),
          ...(facts.rules.length === 0
            ? [text(t.say('Inga regler finns: inget gallras.', 'There are no rules: nothing is erased.'))]
            : []),
          ...(missing.length > 0
            ? [
                decide(
                  t.say(
                    `Avgör: behörig nämnd ska besluta om ${missing.map(({ name }) => name).join(', ')}. Till dess gallras inget av det.`,
                    `Decide: the competent board has to decide on ${missing.map(({ name }) => name).join(', ')}. Nothing of it is erased until then.`,
                  ),
                ),
              ]
            : []),
          ...(resting.length > 0
            ? [
                decide(
                  t.say(
                    `Avgör: ska ${resting.map(({ name }) => name).join(', ')} sättas i kraft?`,
                    `Decide: are ${resting.map(({ name }) => name).join(', ')} to be put in force?`,
                  ),
                ),
              ]
            : []),
        ],
      },
      {
        heading: t.say('Så går gallringen till', 'How it is done'),
        blocks: [
          list(
            t.say(
              'Samtal klassas när de avslutas: av ringa betydelse, hör till ett ärende eller ska registreras.',
              'Conversations are classed when they are closed: of little importance, part of a case, or to be registered.',
            ),
            t.say(
              'Regler i kraft körs mellan klockan 1 och 5 på natten. En administratör kan köra dem för hand och se i förväg vad som skulle hända.',
              'Rules in force run between 1 and 5 at night. An administrator can run them by hand, and see beforehand what would happen.',
            ),
            t.say(
              'Det som ska överföras gallras först när överföringen är bekräftad.',
              'What is to be transferred is erased only when its transfer was confirmed.',
            ),
            t.say(
              `Handlingar med gallringsstopp gallras inte. Just nu: ${facts.holds}.`,
              `Records under a legal hold are not erased. There are ${facts.holds} now.`,
            ),
            t.say(
              'Varje gallring skrivs i ett gallringsbevis med beslutet, antalet och ett kontrollvärde för varje handling, utan innehåll.',
              'Each erasing is proved with its decision, the count and a checksum for each record, without contents.',
            ),
            t.say(
              'Filer, sökindex och mejl som hör till handlingen tas bort med den.',
              'Files, search indexes and mails that belong to a record go with it.',
            ),
          ),
        ],
      },
      {
        heading: t.say('Säkerhetskopior', 'Backups'),
        blocks: [
          decide(
            t.say(
              'Avgör: hur länge sparas säkerhetskopior? Det som gallrats finns kvar i dem till dess.',
              'Decide: for how long are backups kept? What was erased is in them until then.',
            ),
          ),
        ],
      },
    ],
  );
}
