import { Banner, Button, EmptyState, iconInbox } from '@lotsa/ui';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { ClosingDialog } from '../closing/closing-dialog.tsx';
import { ContextPane } from '../context/context-pane.tsx';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { HandoffDialog } from '../handoff/handoff-dialog.tsx';
import { boxesOf } from '../lists/box-names.ts';
import { BOX_PANEL, BoxRail } from '../lists/box-rail.tsx';
import { ListPane } from '../lists/list-pane.tsx';
import { Header } from './header.tsx';
import { COMPOSER, CONVERSATION } from './places.ts';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './shell.css';

/** The desk: lists, conversation, context. On a small screen one of them at a time. */
export function Shell() {
  const { state, route, box, contextShown } = useApp();
  const { me, connection } = state.value;
  const boxes = me ? boxesOf(me.role) : [];
  const place = route.place.value;
  const id = place.name === 'desk' ? place.conversationId : null;
  const [first] = boxes;
  const wrongBox = first !== undefined && !boxes.includes(box.value);
  useEffect(() => {
    if (wrongBox) box.value = first;
  }, [wrongBox, box, first]);
  useEffect(() => {
    contextShown.value = false;
  }, [contextShown, id]);
  useShortcuts();
  if (!me) return null;
  if (boxes.length === 0) return <NoLists />;
  return (
    <div class="shell" data-pane={id === null ? 'list' : contextShown.value ? 'context' : 'conversation'}>
      <SkipLinks open={id !== null} />
      <Header me={me} />
      {connection !== 'online' && <Disconnected />}
      <BoxRail role={me.role} />
      {!wrongBox && <ListPane />}
      <main class="conversation-place" id={CONVERSATION} tabIndex={-1}>
        <ConversationPane key={id} id={id} />
      </main>
      {id !== null && <ContextPane id={id} />}
      <Dialogs id={id} />
    </div>
  );
}

function Dialogs({ id }: { readonly id: string | null }) {
  const { dialog, state } = useApp();
  const conversation = id === null ? undefined : state.value.conversations[id];
  switch (dialog.value) {
    case 'settings':
      return <SettingsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'handoff':
      return conversation ? <HandoffDialog conversation={conversation} /> : null;
    case 'closing':
      return conversation ? <ClosingDialog conversation={conversation} /> : null;
    case null:
      return null;
  }
}

function SkipLinks({ open }: { readonly open: boolean }) {
  const { t } = useApp().i18n;
  const links = [
    [BOX_PANEL, t.skipToList],
    ...(open
      ? [
          [CONVERSATION, t.skipToConversation],
          [COMPOSER, t.skipToComposer],
        ]
      : []),
  ];
  return (
    <nav class="skip-links" aria-label={t.skipToConversation}>
      {links.map(([target, label]) => (
        <a
          key={target}
          class="visually-hidden"
          href={`#${target}`}
          onClick={(event) => {
            event.preventDefault();
            document.getElementById(target ?? '')?.focus();
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function Disconnected() {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  return (
    <div class="shell-banner">
      <Banner
        tone="warn"
        title={t.offline}
        announce
        action={<Button onClick={() => staff.retry()}>{t.connectNow}</Button>}
      >
        {t.offlineText}
      </Banner>
    </div>
  );
}

function NoLists() {
  const { state, i18n, dialog } = useApp();
  const { t } = i18n;
  const { me } = state.value;
  if (!me) return null;
  return (
    <div class="shell" data-pane="list">
      <Header me={me} />
      <main class="shell-alone">
        <EmptyState icon={iconInbox} title={t.noListsTitle}>
          {t.noListsText}
        </EmptyState>
      </main>
      {(dialog.value === 'settings' || dialog.value === 'shortcuts') && <Dialogs id={null} />}
    </div>
  );
}
