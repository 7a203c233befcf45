import type { RatingComment } from '@lotsa/protocol';
import { EmptyState, iconStar, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { ConversationLink } from '../context/conversation-link.tsx';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { departmentName, inLanguage, topicName } from '../names/names.ts';
import { SiteSelect } from '../names/site-select.tsx';
import './feedback.css';

/** What visitors wrote when they rated the help that they got, the latest first. */
export function CommentsScreen() {
  const { staff, state, i18n } = useApp();
  const { t, lang } = i18n;
  const { me, directory } = state.value;
  const departments = (directory?.departments ?? []).filter(
    ({ id }) => me?.role !== 'coordinator' || me.departmentIds.includes(id),
  );
  const [siteId, setSiteId] = useState(directory?.sites[0]?.id ?? '');
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const pages = usePages(
    (after) => staff.ask('rating-comments:list', { siteId, departmentId, after }),
    ({ comments }) => comments,
    [siteId, departmentId],
  );
  return (
    <div class="feedback">
      <p class="gap-hint">{t.commentsHow}</p>
      <div class="feedback-choose">
        <SiteSelect value={siteId} onValue={setSiteId} />
        {departments.length > 1 && (
          <SelectField
            label={t.monthDepartment}
            value={departmentId ?? ''}
            onValue={(id) => setDepartmentId(id || null)}
            options={[
              { value: '', label: t.statAll },
              ...departments.map(({ id, name }) => ({ value: id, label: inLanguage(name, lang) })),
            ]}
          />
        )}
      </div>
      <Paged
        pages={pages}
        failed={t.commentsFailed}
        none={
          <EmptyState icon={iconStar} title={t.commentsNone}>
            {t.commentsNoneText}
          </EmptyState>
        }
      >
        {(comments) =>
          comments.length === 0 ? (
            <p>{t.commentsFurther}</p>
          ) : (
            <ol class="gap-list">
              {comments.map((comment, at) => (
                // A comment has no name of its own, and the list only grows at its end.
                <Comment key={`${comment.at} ${at}`} of={comment} siteId={siteId} />
              ))}
            </ol>
          )
        }
      </Paged>
    </div>
  );
}

function Comment({ of, siteId }: { readonly of: RatingComment; readonly siteId: string }) {
  const { state, i18n } = useApp();
  const { t, formats, lang } = i18n;
  const { directory } = state.value;
  const { at, comment, scores, topicId, departmentId, conversationId } = of;
  const questions = directory?.sites.find(({ id }) => id === siteId)?.survey ?? [];
  const when = formats.dayTime(at);
  return (
    <li class="feedback-part">
      <blockquote class="gap-quote" dir="auto">
        {comment}
      </blockquote>
      {questions.map(({ id, question }) => {
        const score = scores[id];
        if (score === undefined) return null;
        return (
          <p key={id}>
            {inLanguage(question, lang)} <strong>{t.commentScore({ n: formats.number(score) })}</strong>
          </p>
        );
      })}
      <p>
        {[
          topicId && topicName(directory, topicId, i18n),
          departmentId && departmentName(directory, departmentId, i18n),
          when,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {conversationId !== null && (
        <p>
          <ConversationLink id={conversationId}>{t.commentConversation({ when })}</ConversationLink>
        </p>
      )}
    </li>
  );
}
