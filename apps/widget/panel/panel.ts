import { createVisitorChat, deviceStore, type VisitorChat, type VisitorState } from '@lotsa/client';
import { maskPersonalNumbers } from '@lotsa/core';
import type { Contact, Localised } from '@lotsa/protocol';
import { createI18n, type I18n } from '@lotsa/ui';
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { languageOf, languages, type Texts } from '../languages/index.ts';
import { messages as sv } from '../languages/sv.ts';
import { createEmbedder, type Embedder } from './embedder.ts';

/** What every view of the panel works with. */
export interface Panel {
  readonly chat: VisitorChat;
  readonly state: ReadonlySignal<VisitorState>;
  readonly i18n: I18n<typeof sv, string>;
  /** Null when the panel is a page of its own. */
  readonly embedder: Embedder | null;
  /** What is typed, as it was typed: it stays in this page. */
  readonly text: ReadonlySignal<string>;
  /** The connection was lost and is not back. */
  readonly lost: ReadonlySignal<boolean>;
  /** Counts up when focus is to come into the panel. */
  readonly entered: ReadonlySignal<number>;
  /** The visitor typed. What is kept of it on the device has its personal numbers masked (rule P2). */
  write(text: string): void;
  /** Sends a text with its personal numbers masked (rule P2), and empties the field. */
  send(text: string, contact?: Contact): void;
  /** The visitor chose a language; it is kept for the next visit. */
  speak(language: string): void;
  /** A text of the site in the visitor's language. */
  say(text: Localised | undefined): string;
}

/** The text with its personal numbers masked. */
export const masked = (text: string): string => maskPersonalNumbers(text).text;

const CHOSEN = 'language';
const RELOADED = 'reloaded';
/** Two reloads within this time mean that reloading does not help. */
const RELOAD_MS = 60_000;

/** Opens the panel of a site. The visitor has opened it, so from here on the relay may be asked (rule P1). */
export async function createPanel(site: string): Promise<Panel> {
  const store = deviceStore(`lotsa:${site}:`);
  const i18n = createI18n<typeof sv, string>({ lang: 'sv', messages: sv as Texts, load: languages });
  const chat = createVisitorChat({
    siteId: site,
    store,
    context: { language: 'sv', page: null, topicId: null, departmentId: null },
  });
  const state: Signal<VisitorState> = signal(chat.state);
  const text = signal('');
  const lost = signal(false);
  const entered = signal(0);
  const shown = signal(true);
  chat.subscribe((next) => {
    state.value = next;
    lost.value = next.connection === 'offline' || (lost.value && next.connection === 'connecting');
  });

  /** A language that cannot be fetched leaves the panel in the one it has. */
  const use = (language: string): Promise<void> => i18n.use(language).catch(() => undefined);
  /** Somebody's own choice beats the language of the page, and that the browser's. */
  const preferred = (page: string | null): string =>
    [store.get(CHOSEN), page, ...navigator.languages].map(languageOf).find(Boolean) ?? 'sv';

  const embedder = createEmbedder((message) => {
    shown.value = message.lotsa === 'opened';
    if (message.lotsa !== 'opened') return;
    const { page, language, topicId, departmentId } = message;
    chat.setContext({ page, topicId, departmentId });
    if (language) void use(preferred(language));
    entered.value += 1;
  });
  const hidden = signal(document.hidden);
  document.addEventListener('visibilitychange', () => (hidden.value = document.hidden));
  effect(() => chat.setVisible(shown.value && !hidden.value));
  effect(() => chat.setContext({ language: i18n.lang }));
  effect(() => embedder?.tell({ lotsa: 'unread', count: state.value.unread }));
  effect(() => {
    if (state.value.phase !== 'outdated') return;
    const last = Number(store.get(RELOADED));
    if (Date.now() - last < RELOAD_MS) return;
    store.set(RELOADED, String(Date.now()));
    location.reload();
  });

  await use(preferred(new URLSearchParams(location.search).get('lang')));
  void chat.open();
  text.value = chat.state.draft;

  return {
    chat,
    state,
    i18n,
    embedder,
    text,
    lost,
    entered,
    write(typed) {
      text.value = typed;
      chat.setDraft(masked(typed));
      chat.setTyping(typed !== '');
    },
    send(typed, contact) {
      text.value = '';
      chat.send(masked(typed), contact ?? null);
    },
    speak(language) {
      store.set(CHOSEN, language);
      void use(language);
    },
    say: (localised) => localised?.[i18n.lang as 'sv'] ?? localised?.sv ?? '',
  };
}
