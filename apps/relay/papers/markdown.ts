import type { Block, Paper } from './model.ts';

/** Text as Markdown that says what it says: nothing in a name or a rule becomes markup (CommonMark, 2.4). */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** A paper as Markdown, to be edited and kept where the municipality keeps such. */
export function markdownOf({ title, made, sections }: Paper): string {
  return [
    `# ${plain(title)}`,
    plain(made),
    ...sections.flatMap(({ heading, blocks }) => [`## ${plain(heading)}`, ...blocks.map(blockOf)]),
  ]
    .join('\n\n')
    .concat('\n');
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'text':
      return plain(block.text);
    case 'decide':
      return `> **${plain(block.text)}**`;
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'steps':
      return block.items.map((item, at) => `${at + 1}. ${plain(item)}`).join('\n');
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.map((cell) => (cell === '---' ? cell : plain(cell))).join(' | ')} |`)
        .join('\n');
  }
}
