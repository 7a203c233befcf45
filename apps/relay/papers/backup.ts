import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, steps, text } from './model.ts';
import { paper, type Tongue } from './tongue.ts';

/** Backup and restore, for the storage that runs. */
export function backupPaper(facts: PaperFacts, t: Tongue): Paper {
  const { storage, filesDir } = facts;
  const embedded = storage.kind === 'embedded';
  return paper(facts, t, t.say('Säkerhetskopiering och återställning', 'Backup and restore'), [
    {
      heading: t.say('Vad som ska kopieras', 'What is copied'),
      blocks: [
        list(
          embedded
            ? t.say(
                `Databasen: inbyggd (SQLite) i ${storage.dataDir}.`,
                `The database: embedded (SQLite) in ${storage.dataDir}.`,
              )
            : t.say('Databasen: MongoDB, enligt MONGODB_URL.', 'The database: MongoDB, as MONGODB_URL says.'),
          t.say(`Filerna: ${filesDir}.`, `The files: ${filesDir}.`),
          facts.encrypted &&
            t.say(
              'Krypteringsnycklarna (ENCRYPTION_KEYS). Förvara dem skilt från kopiorna: utan nyckeln är texterna förlorade.',
              'The encryption keys (ENCRYPTION_KEYS). Keep them apart from the copies: without its key a text is lost.',
            ),
          t.say(
            'Miljön: inställningar och hemligheter som processen startas med.',
            'The environment: settings and secrets that the process is started with.',
          ),
          t.say(
            'Administration, Flytta inställningar: en fil med allt som är inställt.',
            'Administration, Transfer: one file with everything that is set up.',
          ),
        ),
      ],
    },
    {
      heading: t.say('Varje natt', 'Every night'),
      blocks: [
        embedded
          ? steps(
              t.say(
                'Kör npm run backup -- KOPIA medan systemet är igång. Kopian är hel och kontrolleras direkt.',
                'Run npm run backup -- COPY while the system runs. The copy is whole, and is checked at once.',
              ),
              t.say(
                `Kopiera därefter ${filesDir} (rsync eller motsvarande).`,
                `Then copy ${filesDir} (rsync or the like).`,
              ),
              t.say('Flytta kopian till en annan maskin.', 'Move the copy to another machine.'),
            )
          : steps(
              t.say(
                'Ta en ögonblickskopia, eller kör mongodump --oplog mot en sekundär medlem.',
                'Take a snapshot, or run mongodump --oplog against a secondary member.',
              ),
              t.say(
                `Kopiera därefter ${filesDir}, som alla reläer delar.`,
                `Then copy ${filesDir}, which all relays share.`,
              ),
              t.say('Flytta kopian till en annan maskin.', 'Move the copy to another machine.'),
            ),
        text(
          t.say(
            'Databasen först och filerna sedan: då finns varje fil som databasen nämner.',
            'The database first and the files after it: then every file that the database names is there.',
          ),
        ),
        decide(
          t.say(
            'Avgör: var ligger kopiorna, hur länge sparas de, och vem får larm när kopieringen inte gått?',
            'Decide: where do the copies lie, for how long are they kept, and who is alerted when copying failed?',
          ),
        ),
      ],
    },
    {
      heading: t.say('Återställ', 'Restore'),
      blocks: [
        embedded
          ? steps(
              t.say(
                'Stoppa systemet (SIGTERM, högst 10 sekunder).',
                'Stop the system (SIGTERM, at most 10 seconds).',
              ),
              t.say(
                'Kör npm run restore -- KOPIA. Kopian kontrolleras, och det som låg där sparas bredvid.',
                'Run npm run restore -- COPY. The copy is checked, and what was there is kept beside it.',
              ),
              t.say(`Lägg tillbaka ${filesDir}.`, `Put ${filesDir} back.`),
              t.say(
                'Starta. /readyz svarar 200 när systemet är redo.',
                'Start. /readyz answers 200 when the system is ready.',
              ),
            )
          : steps(
              t.say('Stoppa alla reläer.', 'Stop all relays.'),
              t.say(
                'Återställ ögonblickskopian, eller kör mongorestore --oplogReplay.',
                'Restore the snapshot, or run mongorestore --oplogReplay.',
              ),
              t.say(`Lägg tillbaka ${filesDir}.`, `Put ${filesDir} back.`),
              t.say(
                'Starta ett relä och vänta på /readyz, sedan de andra.',
                'Start one relay and wait for /readyz, then the others.',
              ),
            ),
        list(
          t.say(
            'Kör npm run doctor: den kontrollerar inställningarna.',
            'Run npm run doctor: it checks the settings.',
          ),
          t.say(
            'Kontrollera åtkomstloggen (Administration, Åtkomstlogg).',
            'Check the audit log (Administration, Audit log).',
          ),
          t.say(
            'Det som gallrats efter kopian finns igen: kör gallringen och gör om raderingar ur registret över registrerades rättigheter.',
            "What was erased after the copy is back: run retention, and repeat erasures by the register of people's rights.",
          ),
        ),
      ],
    },
    {
      heading: t.say('Öva', 'Practise'),
      blocks: [
        embedded
          ? text(
              t.say(
                'Prova en återställning utan att röra driften: DATA_DIR=/tmp/prov npm run restore -- KOPIA && DATA_DIR=/tmp/prov PORT=8081 npm start',
                'Try a restore without touching what runs: DATA_DIR=/tmp/try npm run restore -- COPY && DATA_DIR=/tmp/try PORT=8081 npm start',
              ),
            )
          : text(
              t.say(
                'Återställ till en egen databas och starta ett relä mot den på en annan port.',
                'Restore to a database of its own, and start a relay on it on another port.',
              ),
            ),
        decide(
          t.say(
            'Avgör: hur ofta övar ni, och hur mycket data får högst gå förlorad (RPO) och hur lång tid får det ta (RTO)?',
            'Decide: how often do you practise, how much data may be lost at most (RPO), and how long may it take (RTO)?',
          ),
        ),
      ],
    },
  ]);
}
