import type { ListOption } from '@lotsa/ui';
import type { App } from '../app-context.ts';
import { boxesOf } from '../lists/box-names.ts';
import { topicName } from '../names/names.ts';
import { COMMANDS } from '../shell/commands.ts';

/** Something to go to or do. */
export interface Entry extends ListOption {
  readonly run: () => void;
}

/** As many conversations as are looked through: the latest ones. */
const CONVERSATIONS = 500;

/** What can be done now, then the lists, then the conversations that are known, the latest first. */
export function entriesOf(app: App): Entry[] {
  const { state, i18n, route, box } = app;
  const { t, formats } = i18n;
  const { me, conversations, directory } = state.value;
  const actions = COMMANDS.filter(({ may }) => may?.(app) ?? true).map(({ key, label, run }, at): Entry => ({
    value: `action-${at}`,
    label: label(t),
    hint: key === '' ? undefined : `Alt+${key}`,
    group: t.paletteActions,
    run: () => run(app),
  }));
  const lists = (me ? boxesOf(me.role) : []).map((name): Entry => ({
    value: `list-${name}`,
    label: t[name],
    group: t.paletteLists,
    run() {
      box.value = name;
      route.open(null);
    },
  }));
  const questions = [...conversations.values()]
    .toSorted((a, b) => b.lastAt - a.lastAt)
    .slice(0, CONVERSATIONS)
    .map((c): Entry => {
      const status = c.status === 'closed' ? t.closedStatus : (c.owner?.name ?? t.inQueue);
      return {
        value: `conversation-${c.id}`,
        label: [c.contact?.name, topicName(directory, c.topicId, i18n)].filter(Boolean).join(' · '),
        hint: `${status} · ${formats.dayTime(c.lastAt)} · ${c.excerpt.text}`,
        keywords: `${c.excerpt.text} ${c.contact?.email ?? ''} ${c.owner?.name ?? ''}`,
        group: t.paletteConversations,
        run: () => route.open(c.id),
      };
    });
  return [...actions, ...lists, ...questions];
}
