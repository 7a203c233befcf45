import { HELD_OUT } from '../test/support/search-questions/held-out.ts';
import { found, measure, OWN_WORDS } from '../test/support/search-questions/measure.ts';
import { NONSENSE, TUNED } from '../test/support/search-questions/tuned.ts';

// How well the search finds Ekhamra's answers: `npm run search-quality`, with `-- --missed` for those that are not first.

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const showMissed = process.argv.includes('--missed');

const sets = {
  "Ekhamra's own questions": OWN_WORDS,
  'paraphrases, held out': HELD_OUT,
  'paraphrases, tuned with': TUNED,
};
for (const [name, questions] of Object.entries(sets)) {
  const { asked, first, firstThree, missed } = measure(questions);
  process.stdout.write(
    `${name}: ${asked} asked, first ${percent(first)}, among the first three ${percent(firstThree)}\n`,
  );
  if (!showMissed) continue;
  for (const miss of missed)
    process.stdout.write(`  ${miss.sought}: ${miss.text} -> ${miss.found.join(', ')}\n`);
}
const silent = NONSENSE.filter(([, language, text]) => found(text, language).length === 0);
process.stdout.write(`questions without an answer: ${NONSENSE.length} asked, ${silent.length} told so\n`);
