import type { Directory, ShownStaffMessage } from '@lotsa/client';
import type { Me } from '@lotsa/protocol';
import type { TranscriptItem } from '@lotsa/ui';
import { sentFile } from '../files/sent-file.tsx';
import type { ConsoleI18n } from '../locales/index.ts';
import { eventText } from './event-text.ts';

/** What lines of a conversation are shown with. */
export interface ItemContext {
  readonly me: Me;
  readonly directory: Directory | null;
  /** The visitor's. */
  readonly language: string;
  readonly i18n: ConsoleI18n;
}

/**
 * Makes a function from lines to transcript items that gives the same item for the same line: a message that came does not
 * draw the two thousand before it again.
 */
export function createThreadItems(
  context: ItemContext,
): (lines: readonly ShownStaffMessage[]) => TranscriptItem[] {
  const known = new WeakMap<ShownStaffMessage, TranscriptItem>();
  return (lines) =>
    lines.map((line) => {
      const item = known.get(line) ?? itemOf(line, context);
      known.set(line, item);
      return item;
    });
}

function itemOf(line: ShownStaffMessage, { me, directory, language, i18n }: ItemContext): TranscriptItem {
  const { id: key, at, author } = line;
  if (line.kind === 'event') {
    return { key, at, side: 'system', dir: i18n.dir, text: eventText(line.event, author, directory, i18n) };
  }
  const own = author.type === 'staff' && author.id === me.id;
  const name =
    author.type === 'staff' ? author.name : author.type === 'visitor' ? i18n.t.visitor : i18n.t.lotsa;
  return {
    key,
    at,
    text: line.kind === 'file' ? '' : line.text,
    ...(line.kind === 'file' && { content: sentFile(line.file) }),
    // Everything we wrote stands on our side; only another's name is said.
    side: line.kind === 'note' ? 'note' : author.type === 'visitor' ? 'other' : 'own',
    author:
      line.kind === 'note' && line.to
        ? i18n.t.noteMeant({
            name: own ? i18n.t.you : name,
            to: line.to.id === me.id ? i18n.t.toYou : line.to.name,
          })
        : own && line.kind !== 'note'
          ? undefined
          : own
            ? i18n.t.you
            : name,
    lang: line.kind === 'text' ? language : undefined,
    state: line.state ?? undefined,
  };
}
