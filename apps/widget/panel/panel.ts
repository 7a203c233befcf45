import {
  createVisitorChat,
  deviceStore,
  type KeyValueStore,
  type VisitorChat,
  type VisitorState,
} from '@lotsa/client';
import { maskPersonalNumbers } from '@lotsa/core';
import type { Contact, Localised } from '@lotsa/protocol';
import { languageOf, type TextGroup } from '../languages/index.ts';
import { createEmbedder, type Embedder } from './embedder.ts';
import { applyLanguage, type Language, loadLanguage } from './language.ts';
import { reloadOnce } from './reload-once.ts';

/** What every view of the panel works with. Its fields change; `onChange` tells when. */
export interface Panel {
  readonly chat: VisitorChat;
  readonly state: VisitorState;
  readonly language: Language;
  /** What is kept on this device for this site. */
  readonly store: KeyValueStore;
  /** Null when the panel is a page of its own. */
  readonly embedder: Embedder | null;
  /** What is typed, as it was typed: it stays in this page. */
  readonly text: string;
  /** The connection was lost and is not back. */
  readonly lost: boolean;
  /** How often the visitor has come into the panel: focus is to come with it. */
  readonly entered: number;
  /** The visitor typed. What is kept of it on the device has its personal numbers masked (rule P2). */
  write(text: string): void;
  /** Sends a text with its personal numbers masked (rule P2), and empties the field. */
  send(text: string, contact?: Contact): void;
  /** The visitor chose a language; it is kept for the next visit. */
  speak(language: string): void;
  /** What the first question is about, as far as the visitor or the page has said. `missing`: it has to be said. */
  readonly topic: { readonly id: string | null; readonly missing: boolean };
  choose(topicId: string | null): void;
  /** Whether a question may begin; where it may not, what is missing is shown. */
  mayBegin(): boolean;
  /** Fetches the texts of groups, now and with each language to come. @throws when they cannot be fetched. */
  learn(groups: readonly TextGroup[]): Promise<void>;
  /** The end of the conversation is in sight, or not: only what has been in sight is read. */
  readonly see: (atEnd: boolean) => void;
  /** A text of the site in the visitor's language, or in Swedish where it is not written in that one. */
  say(text: Localised | undefined): string;
  onChange(listener: () => void): void;
}

/** The text with its personal numbers masked. */
export const masked = (text: string): string => maskPersonalNumbers(text).text;

const CHOSEN = 'language';

/** Opens the panel of a site. The visitor has opened it, so from here on the relay may be asked (rule P1). */
export async function createPanel(site: string): Promise<Panel> {
  const store = deviceStore(`lotsa:${site}:`);
  const context = { language: 'sv', page: null, topicId: null, departmentId: null };
  const chat = createVisitorChat({ siteId: site, store, context });
  let listener = (): void => undefined;
  let shown = true;
  let atEnd = true;
  let chosen = false;
  let groups: readonly TextGroup[] = [];

  /** Somebody's own choice beats the language of the page, and that the browser's. */
  const preferred = (page: string | null): string =>
    [store.get(CHOSEN), page, ...navigator.languages].map(languageOf).find(Boolean) ?? 'sv';
  const show = (): void => chat.setVisible(shown && atEnd && !document.hidden);

  void chat.open();
  let asked = preferred(new URLSearchParams(location.search).get('lang'));
  const panel = {
    chat,
    state: chat.state,
    language: await loadLanguage(asked, []).catch(() => loadLanguage('sv', [])),
    store,
    embedder: null as Embedder | null,
    text: chat.state.draft,
    lost: false,
    entered: 0,
    topic: { id: null as string | null, missing: false },
    write(typed: string) {
      panel.text = typed;
      chat.setDraft(masked(typed));
      chat.setTyping(typed !== '');
      listener();
    },
    send(typed: string, contact?: Contact) {
      panel.text = '';
      chat.send(masked(typed), contact ?? null);
      listener();
    },
    speak(language: string) {
      store.set(CHOSEN, language);
      void turnTo(language).catch(() => undefined);
    },
    choose(id: string | null) {
      chosen = true;
      panel.topic = { id, missing: false };
      // The department is the topic's now, and not that of the page.
      chat.setContext({ topicId: id, departmentId: null });
      listener();
    },
    mayBegin() {
      const { site, messages } = panel.state;
      // One that the page names and that does not exist is none.
      const known = site?.topics.some(({ id }) => id === panel.topic.id);
      const missing = site?.askTopic === 'required' && !known && messages.length === 0;
      if (missing) {
        panel.topic = { id: null, missing };
        listener();
        document.getElementById('topic')?.focus();
      }
      return !missing;
    },
    async learn(added: readonly TextGroup[]) {
      if (added.every((group) => panel.language.groups.includes(group))) return;
      groups = [...new Set([...groups, ...added])];
      await turnTo(asked);
    },
    see(seen: boolean) {
      atEnd = seen;
      show();
    },
    say: (text: Localised | undefined) => text?.[panel.language.lang as 'sv'] ?? text?.sv ?? '',
    onChange: (next: () => void) => void (listener = next),
  };

  /** The last one asked for wins; one that cannot be fetched leaves the panel in the language it has. */
  async function turnTo(lang: string): Promise<void> {
    asked = lang;
    const wanted = groups;
    const language = await loadLanguage(lang, wanted);
    if (asked === lang && wanted === groups) speakNow(language);
  }
  function speakNow(language: Language): void {
    panel.language = language;
    applyLanguage(language);
    chat.setContext({ language: language.lang });
    listener();
  }

  chat.subscribe((state) => {
    if (state.unread !== panel.state.unread)
      panel.embedder?.tell({
        lotsa: 'unread',
        count: state.unread,
        // These words come with the conversation.
        label: panel.language.t.newMessages?.({ n: state.unread }) ?? '',
      });
    panel.state = state;
    panel.lost = state.connection === 'offline' || (panel.lost && state.connection === 'connecting');
    if (state.phase === 'outdated') reloadOnce(store);
    listener();
  });
  panel.state = chat.state;
  speakNow(panel.language);

  document.addEventListener('visibilitychange', show);
  panel.embedder = createEmbedder((message, raw) => {
    if (message.lotsa !== 'changed') shown = message.lotsa === 'opened';
    show();
    if (message.lotsa === 'hidden') return;
    const { page, lang, topic, department } = message;
    chat.setContext({ page });
    if (!chosen) {
      chat.setContext({ topicId: topic, departmentId: department });
      panel.topic = { id: topic, missing: false };
    }
    if (lang && preferred(lang) !== asked) void turnTo(preferred(lang)).catch(() => undefined);
    if (message.lotsa === 'changed') {
      listener();
      void import('./host-page.ts').then((part) => part.hear(panel, raw)).catch(() => undefined);
      return;
    }
    panel.entered += 1;
    listener();
  });
  show();
  return panel;
}
