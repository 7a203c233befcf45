import type { Block, Paper } from '../papers/model.ts';

/** The sections of a paper. */
export function PaperBody({ paper }: { paper: Pick<Paper, 'sections'> }) {
  return (
    <>
      {paper.sections.map(({ heading, blocks }) => (
        <section>
          <h2>{heading}</h2>
          {blocks.map((block) => (
            <PaperBlock block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

/** A paper as a page of its own, to be read and printed. */
export function PaperPage({ paper }: { paper: Paper }) {
  return (
    <html lang={paper.lang} dir={paper.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{paper.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <main class="paper" id="content" tabIndex={-1}>
          <h1>{paper.title}</h1>
          <p class="paper-made">{paper.made}</p>
          <PaperBody paper={paper} />
        </main>
      </body>
    </html>
  );
}

function PaperBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'text':
      return <p>{block.text}</p>;
    case 'decide':
      return <p class="paper-decide">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'steps':
      return (
        <ol>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      );
    case 'table':
      return (
        <div class="paper-table" tabIndex={0} role="region" aria-label={block.head.join(', ')}>
          <table>
            <thead>
              <tr>
                {block.head.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr>
                  {row.map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
