import { Banner, Button, EmptyState, iconInbox } from '@lotsa/ui';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { RecordPlace } from '../records/record-place.tsx';
import { AdminScreen } from '../admin/admin-screen.tsx';
import { sectionsFor } from '../admin/sections/index.ts';
import { AlarmBanner } from '../alarm/alarm-banner.tsx';
import { AssignDialog } from '../assigning/assign-dialog.tsx';
import { BoardScreen } from '../board/board-screen.tsx';
import { BanDialog } from '../bans/ban-dialog.tsx';
import { CasesScreen } from '../cases/cases-screen.tsx';
import { CreateCaseDialog } from '../cases/create-case-dialog.tsx';
import { ClosingDialog } from '../closing/closing-dialog.tsx';
import { ContextPane } from '../context/context-pane.tsx';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { SplitPanes } from '../conversation/split-panes.tsx';
import { MarkGap } from '../feedback/mark-gap.tsx';
import { Guarded } from '../errors/guarded.tsx';
import { HandoffDialog } from '../handoff/handoff-dialog.tsx';
import { boxesOf } from '../lists/box-names.ts';
import { BOX_PANEL, BoxRail } from '../lists/box-rail.tsx';
import { ListPane } from '../lists/list-pane.tsx';
import { MissedOffers } from '../offers/missed-offers.tsx';
import { Offers } from '../offers/offers.tsx';
import { PaletteDialog } from '../palette/palette-dialog.tsx';
import { RegisterDialog } from '../registering/register-dialog.tsx';
import { openId } from '../routing/route.ts';
import { EarlierAnswersDialog } from '../guides/earlier-answers-dialog.tsx';
import { ShiftDialog } from '../shift/shift-dialog.tsx';
import { Header } from './header.tsx';
import { WeekScreen } from '../week/week-screen.tsx';
import { COMPOSER, CONVERSATION } from './places.ts';
import { SecurityDialog } from '../security/security-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useMedia, WIDE } from './use-media.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './shell.css';

/** The desk: lists, conversation, context. On a small screen one of them at a time. */
export function Shell() {
  const app = useApp();
  const { state, route, box, contextShown, staff, dialog } = app;
  const { t } = app.i18n;
  const { me, connection } = state.value;
  const boxes = me ? boxesOf(me.role) : [];
  const place = route.place.value;
  const id = openId(route);
  const onBoard = place.name === 'board' && me?.role === 'manager';
  const administers = me !== null && sectionsFor(me).length > 0;
  // Who has no lists has come to administer.
  const record = place.name === 'records' ? place.of : null;
  const onAdmin = record === null && administers && (place.name === 'admin' || boxes.length === 0);
  const onWeek = place.name === 'week' && me?.role === 'specialist';
  const onCases = place.name === 'cases' && boxes.length > 0;
  const onScreen = record !== null || onBoard || onAdmin || onCases || onWeek;
  const manages = me?.role === 'manager';
  const split = useMedia(WIDE) ? app.split.value : null;
  const [first] = boxes;
  const wrongBox = first !== undefined && !boxes.includes(box.value);
  useEffect(() => {
    if (wrongBox) box.value = first;
  }, [wrongBox, box, first]);
  useEffect(() => {
    contextShown.value = false;
  }, [contextShown, id]);
  // What is overdue anywhere is counted from the start (rule O6).
  useEffect(() => {
    if (manages) void staff.loadBox('all');
  }, [staff, manages]);
  const skipped = record
    ? t.skipToRecord
    : onAdmin
      ? t.skipToAdmin
      : onBoard
        ? t.skipToBoard
        : onWeek
          ? t.skipToWeek
          : onCases
            ? t.skipToCases
            : null;
  useShortcuts();
  if (!me) return null;
  if (boxes.length === 0 && !administers) return <NoLists />;
  return (
    <div
      class="shell"
      data-split={split ? true : undefined}
      data-pane={onScreen ? 'screen' : id === null ? 'list' : contextShown.value ? 'context' : 'conversation'}
    >
      <SkipLinks screen={skipped} open={id !== null} />
      <Header me={me} />
      <div class="shell-banner">
        {connection !== 'online' && <Disconnected />}
        <Offers />
        <MissedOffers me={me} />
        <AlarmBanner />
      </div>
      <BoxRail role={me.role} onAdmin={administers ? onAdmin : null} />
      {!wrongBox && !onScreen && <ListPane key={box.value} name={box.value} />}
      <main class="conversation-place" id={CONVERSATION} tabIndex={-1}>
        <Guarded of={JSON.stringify(place)}>
          {record ? (
            <RecordPlace key={record.id} of={record} />
          ) : onAdmin ? (
            <AdminScreen me={me} />
          ) : onCases ? (
            <CasesScreen me={me} />
          ) : onBoard ? (
            <BoardScreen />
          ) : onWeek ? (
            <WeekScreen />
          ) : split ? (
            <SplitPanes split={split} />
          ) : (
            <ConversationPane key={id} id={id} />
          )}
        </Guarded>
      </main>
      {id !== null && <ContextPane id={id} />}
      <Guarded of={dialog.value}>
        <Dialogs id={id} />
      </Guarded>
    </div>
  );
}

function Dialogs({ id }: { readonly id: string | null }) {
  const { dialog, state } = useApp();
  const close = () => (dialog.value = null);
  const conversation = id === null ? undefined : state.value.conversations.get(id);
  switch (dialog.value) {
    case 'settings':
      return <SettingsDialog />;
    case 'security':
      return <SecurityDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
      return <PaletteDialog />;
    case 'register':
      return <RegisterDialog />;
    case 'earlierAnswers':
      return <EarlierAnswersDialog onClose={close} />;
    case 'shift':
      return <ShiftDialog />;
    case 'webGap':
      return <MarkGap onClose={close} />;
    case 'assign':
      return conversation ? <AssignDialog conversation={conversation} onClose={close} /> : null;
    case 'handoff':
      return conversation ? <HandoffDialog conversation={conversation} /> : null;
    case 'createCase':
      return conversation ? <CreateCaseDialog conversation={conversation} /> : null;
    case 'closing':
      return conversation ? <ClosingDialog conversation={conversation} /> : null;
    case 'ban':
      return conversation ? <BanDialog conversation={conversation} /> : null;
    case null:
      return null;
  }
}

function SkipLinks({ screen, open }: { readonly screen: string | null; readonly open: boolean }) {
  const { t } = useApp().i18n;
  const links = [
    ...(screen === null ? [[BOX_PANEL, t.skipToList]] : [[CONVERSATION, screen]]),
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
    <Banner
      tone="warn"
      title={t.offline}
      announce
      action={<Button onClick={() => staff.retry()}>{t.connectNow}</Button>}
    >
      {t.offlineText}
    </Banner>
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
      {(dialog.value === 'settings' || dialog.value === 'security' || dialog.value === 'shortcuts') && (
        <Dialogs id={null} />
      )}
    </div>
  );
}
