import { type Access, isCentre } from '@lotsa/core';
import type { Conversation, Me } from '@lotsa/protocol';
import {
  Badge,
  Button,
  iconBack,
  iconChat,
  IconButton,
  iconCheck,
  iconFile,
  iconFlag,
  iconHandOff,
  iconInbox,
  iconInfo,
  iconLock,
  iconUser,
  iconUsers,
  Menu,
} from '@lotsa/ui';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { AssignDialog } from '../assigning/assign-dialog.tsx';
import { ClassifyDialog } from '../registry/classify-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { Waiting } from '../lists/waiting.tsx';
import { languageMark, languageName, topicName } from '../names/names.ts';
import { useMedia, WIDE } from '../shell/use-media.ts';
import { secrecyItems } from '../secrecy/secrecy-items.ts';
import { toggleSplit } from './split.ts';

/** Props of {@link ConversationHeader}. */
export interface ConversationHeaderProps {
  readonly conversation: Conversation;
  readonly access: Access;
  readonly me: Me;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What it is about, who answers for it, and what can be done. */
export function ConversationHeader({ conversation, access, me, heading }: ConversationHeaderProps) {
  const app = useApp();
  const { i18n, state, staff, route, dialog, contextShown, toasts, box } = app;
  const [assigning, setAssigning] = useState(false);
  const [classing, setClassing] = useState(false);
  const wide = useMedia(WIDE);
  const { t } = i18n;
  const { busy, act } = useAct();
  const { id, language, status, owner } = conversation;
  const manages = me.role === 'manager' && status !== 'closed';
  const own = owner?.id === me.id;
  const mayClaim = status === 'queued' && isCentre(me.role);
  const mayHandOff = access.decide && conversation.ownerType !== 'queue';
  const mayRelease = own && conversation.ownerType === 'agent' && status !== 'closed';

  const claim = async () => {
    if (await act(() => staff.claim(id))) {
      box.value = 'mine';
    }
  };
  const release = async () => {
    if (!(await act(() => staff.release(id)))) return;
    toasts.show({ text: t.released });
    box.value = 'queue';
    route.open(null);
  };

  const asOwner = own || me.role === 'manager';
  const more = [
    ...(mayRelease
      ? [{ key: 'release', label: t.release, icon: iconInbox, onSelect: () => void release() }]
      : []),
    ...(manages || mayRelease
      ? [{ key: 'assign', label: t.assign, icon: iconUsers, onSelect: () => setAssigning(true) }]
      : []),
    ...(manages && !own
      ? [
          {
            key: 'takeOver',
            label: t.takeOver,
            icon: iconUser,
            onSelect: () => void act(() => staff.assign(id, me.id), t.tookOver),
          },
        ]
      : []),
    ...(conversation.caseNumber !== null && !(conversation.secret && !access.read)
      ? [
          {
            key: 'case',
            label: `${t.caseShow}: ${conversation.caseNumber}`,
            icon: iconFile,
            onSelect: () => route.openCases(conversation.caseNumber),
          },
        ]
      : access.decide
        ? [
            {
              key: 'case',
              label: t.caseCreate,
              icon: iconFile,
              onSelect: () => (dialog.value = 'createCase'),
            },
          ]
        : []),
    ...(access.read
      ? [{ key: 'gap', label: t.gapMark, icon: iconFlag, onSelect: () => (dialog.value = 'webGap' as const) }]
      : []),
    ...(access.decide && (own || !conversation.secret)
      ? secrecyItems(conversation, t, (ask) => void act(ask), staff)
      : []),
    ...(access.decide && conversation.visitorId !== ''
      ? [{ key: 'ban', label: t.ban, icon: iconLock, onSelect: () => (dialog.value = 'ban' as const) }]
      : []),
    ...(access.read && asOwner && status === 'closed' && conversation.diaryNumber === null
      ? [{ key: 'classify', label: t.classify, icon: iconFlag, onSelect: () => setClassing(true) }]
      : []),
    ...(access.read && asOwner
      ? [
          {
            key: 'record',
            label: t.recordTakeOut,
            icon: iconFile,
            onSelect: () => route.openRecord({ type: 'conversation', id }),
          },
        ]
      : []),
    ...(wide
      ? [
          {
            key: 'split',
            label: app.split.value ? t.unsplit : t.split,
            icon: iconChat,
            onSelect: () => toggleSplit(app),
          },
        ]
      : []),
  ];

  return (
    <header class="conversation-head">
      <IconButton
        class="conversation-back"
        icon={iconBack}
        mirror
        label={t.back}
        onClick={() => route.open(null)}
      />
      <div class="conversation-what">
        <h2 ref={heading} tabIndex={-1}>
          {conversation.contact?.name && (
            <>
              <bdi>{conversation.contact.name}</bdi> ·{' '}
            </>
          )}
          {topicName(state.value.directory, conversation.topicId, i18n)}
        </h2>
        <p class="conversation-status">
          {language !== 'sv' && (
            <Badge tone="accent" label={languageName(language, i18n)}>
              {languageMark(language, i18n)}
            </Badge>
          )}
          {conversation.secret && (
            <Badge tone="warn">{conversation.protectedIdentity ? t.protectedIdentity : t.secret}</Badge>
          )}
          <Owner conversation={conversation} me={me} />
        </p>
      </div>
      <div class="conversation-actions">
        {mayClaim && (
          <Button variant="primary" busy={busy} onClick={() => void claim()}>
            {t.claim}
          </Button>
        )}
        {mayHandOff && (
          <Button icon={iconHandOff} mirror onClick={() => (dialog.value = 'handoff')}>
            {t.handOff}
          </Button>
        )}
        {access.decide && (
          <Button icon={iconCheck} onClick={() => (dialog.value = 'closing')}>
            {t.end}
          </Button>
        )}
        {more.length > 0 && <Menu label={t.moreActions} iconOnly align="end" items={more} />}
        <IconButton
          class="conversation-context"
          icon={iconInfo}
          label={t.showContext}
          onClick={() => (contextShown.value = true)}
        />
      </div>
      {classing && <ClassifyDialog conversations={[conversation]} onClose={() => setClassing(false)} />}
      {assigning && <AssignDialog conversation={conversation} onClose={() => setAssigning(false)} />}
    </header>
  );
}

/** Who answers for it (rule O1), or how it ended. */
function Owner({ conversation, me }: Pick<ConversationHeaderProps, 'conversation' | 'me'>) {
  const { t } = useApp().i18n;
  const { status, owner, outcome, waitingSince } = conversation;
  if (status === 'closed') {
    return (
      <span>
        {t.closedStatus}
        {outcome && ` · ${t[`outcome_${outcome}`]}`}
      </span>
    );
  }
  if (!owner) {
    return (
      <span>
        {t.inQueue} · <Waiting since={waitingSince} />
      </span>
    );
  }
  return <span>{owner.id === me.id ? t.ownedByYou : t.ownedBy(owner)}</span>;
}
