// npm run papers [-- FOLDER]: writes the papers about privacy, accessibility and operation, made of the settings that the relay would start
// with and of its store, as Markdown and as pages, in Swedish and English.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperName } from '@lotsa/protocol';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import { readConfig } from '../apps/relay/config.ts';
import { withSecretFiles } from '../apps/relay/secret-files.ts';
import { PaperPage } from '../apps/relay/pages/paper-page.tsx';
import { renderPage } from '../apps/relay/pages/render.ts';
import { paperFacts } from '../apps/relay/papers/facts.ts';
import { markdownOf } from '../apps/relay/papers/markdown.ts';
import { makePaper } from '../apps/relay/papers/papers.ts';
import { embeddedFile, main } from './store.ts';

const [folder = 'papers'] = process.argv.slice(2);

await main(async () => {
  const config = readConfig(withSecretFiles(process.env));
  const storage =
    config.database.kind === 'mongodb'
      ? await openMongo({ url: config.database.url })
      : await openEmbedded({ file: embeddedFile() });
  try {
    const facts = await paperFacts(config, storage, Date.now());
    mkdirSync(folder, { recursive: true });
    for (const language of ['sv', 'en'] as const)
      for (const name of PaperName.options) {
        const paper = makePaper(name, facts, language);
        writeFileSync(join(folder, `${name}-${language}.md`), markdownOf(paper));
        writeFileSync(join(folder, `${name}-${language}.html`), renderPage(PaperPage({ paper })));
      }
    process.stdout.write(`${PaperName.options.length * 2} papers are in ${folder}.\n`);
  } finally {
    await storage.close();
  }
});
