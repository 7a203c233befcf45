import { accessOf, hidesContact } from '@lotsa/core';
import type { Directory } from '@lotsa/client';
import type { Conversation, PageFacts } from '@lotsa/protocol';
import { Button, Icon, iconExternal, iconFlag, VisuallyHidden } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { type Fact, Facts } from '../facts/facts.tsx';
import { gapOriginOf } from '../feedback/gap-origin.ts';
import { departmentOf } from '../handoff/targets.ts';
import { contactLine, departmentName, languageName, topicName } from '../names/names.ts';
import { ConversationLink } from './conversation-link.tsx';

/** Where it came from and how it has gone. */
export function About({
  conversation,
  directory,
}: {
  readonly conversation: Conversation;
  readonly directory: Directory;
}) {
  const app = useApp();
  const { i18n, state } = app;
  const { t, formats } = i18n;
  const { page, contact, hops } = conversation;
  const departmentId = departmentOf(directory, conversation);
  const { me } = state.value;
  const hidden =
    me !== null &&
    (!accessOf({ type: 'staff', user: me }, conversation).read || hidesContact(conversation, me.id));
  const facts: readonly Fact[] = [
    [t.topic, topicName(directory, conversation.topicId, i18n)],
    [t.department, departmentId ? departmentName(directory, departmentId, i18n) : t.noDepartment],
    [t.language, languageName(conversation.language, i18n)],
    ...(page ? [[t.page, <PageLink key="page" page={page} />] as const] : []),
    [
      t.contact,
      contact ? <bdi key="contact">{contactLine(contact)}</bdi> : hidden ? t.contactHidden : t.noContact,
    ],
    ...(conversation.diaryNumber === null ? [] : [[t.diaryNumber, conversation.diaryNumber] as const]),
    ...(conversation.open === 1
      ? []
      : [[t.registryClass, t[`recordClass_${conversation.recordClass}`]] as const]),
    [t.started, formats.dayTime(conversation.startedAt)],
    [
      t.firstReply,
      conversation.firstReplyAt === null ? t.notYet : formats.dayTime(conversation.firstReplyAt),
    ],
    ...(conversation.reopens
      ? [
          [
            t.continues,
            <ConversationLink key="reopens" id={conversation.reopens}>
              {t.earlierQuestion}
            </ConversationLink>,
          ] as const,
        ]
      : []),
    ...(conversation.reopenedBy
      ? [
          [
            t.cameBack,
            <ConversationLink key="reopenedBy" id={conversation.reopenedBy}>
              {t.laterQuestion}
            </ConversationLink>,
          ] as const,
        ]
      : []),
    ...(hops > 0 ? [[t.hops, hops] as const] : []),
    ...(conversation.facts
      ? [[t.pageFacts, <PageSays key="facts" facts={conversation.facts} />] as const]
      : []),
  ];
  return (
    <section class="context-section">
      <h3>{t.about}</h3>
      <Facts facts={facts} />
      {gapOriginOf(app)?.of.id === conversation.id && (
        <div>
          <Button icon={iconFlag} onClick={() => (app.dialog.value = 'webGap')}>
            {t.gapMark}
          </Button>
        </div>
      )}
      {hops > 2 && <p class="context-warning">{t.hopsMany}</p>}
    </section>
  );
}

/** The page's own word: nobody has checked it. */
function PageSays({ facts }: { readonly facts: PageFacts }) {
  const { t } = useApp().i18n;
  return (
    <>
      {t.pageFactsHint}
      <ul>
        {Object.entries(facts).map(([name, value]) => (
          <li key={name}>
            <bdi>{name}</bdi>: <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only web addresses become links: the visitor's browser said where it was. */
function PageLink({ page }: { readonly page: string }) {
  const { t } = useApp().i18n;
  if (!/^https?:\/\//.test(page)) return <bdi>{page}</bdi>;
  return (
    <a href={page} target="_blank" rel="noopener noreferrer">
      <bdi>{new URL(page).pathname}</bdi> <Icon of={iconExternal} />
      <VisuallyHidden>({t.opensInNewTab})</VisuallyHidden>
    </a>
  );
}
