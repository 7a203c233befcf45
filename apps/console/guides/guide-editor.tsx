import { mayApprove, mayEditGuide, sayTheSame } from '@lotsa/core';
import type { GuideAction, GuideAnswers, GuideContent, GuideEntry } from '@lotsa/protocol';
import { Badge, Banner, Button, iconEye, SelectField, Tabs, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { BackToList } from '../admin/back-to-list.tsx';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { useUnsaved } from '../leaving/use-unsaved.tsx';
import { inLanguage, languageName } from '../names/names.ts';
import { GuideActions } from './guide-actions.tsx';
import { GuideHistory } from './guide-history.tsx';
import { GuidePreview } from './guide-preview.tsx';
import { contentOf, emptyContent, guideState, tidied } from './guide-words.ts';
import { LanguageFields } from './language-fields.tsx';
import { takePromoted } from './promoted.ts';

type Loaded = GuideAnswers['guide:get'];

/** A guide that nobody has written yet. */
const UNWRITTEN: Loaded = { guide: null, draft: null, helped: 0, notHelped: 0, versions: [] };

/** One guide: its draft to write or to approve, or what is published. */
export function GuideEditor({ id }: { readonly id: string | null }) {
  const { staff, i18n } = useApp();
  const known = useAnswer<Loaded>(
    async () => (id === null ? { ok: true, value: UNWRITTEN } : staff.ask('guide:get', { id })),
    [id],
  );
  return (
    <>
      <BackToList section="guides" />
      <Fetched of={known} failed={i18n.t.guidesFetchFailed}>
        {(entry) => {
          const { guide, draft } = entry;
          const key = `${guide?.version ?? 0}-${draft?.revision ?? 0}-${String(guide?.withdrawn)}`;
          return <GuideForm key={key} id={id} entry={entry} reload={() => void known.load()} />;
        }}
      </Fetched>
    </>
  );
}

function GuideForm({
  id,
  entry,
  reload,
}: {
  readonly id: string | null;
  readonly entry: Loaded;
  readonly reload: () => void;
}) {
  const { staff, state, i18n, toasts, route } = useApp();
  const { t } = i18n;
  const { directory, me } = state.value;
  const { guide, draft } = entry;
  const { busy, act } = useAct();
  const [before] = useState<GuideContent>(() => {
    const known = draft ?? guide;
    return known ? contentOf(known) : (takePromoted() ?? emptyContent(directory?.departments[0]?.id ?? ''));
  });
  const [content, setContent] = useState(before);
  const [confirmed, setConfirmed] = useState<readonly string[]>(draft?.confirmed ?? []);
  const [newId, setNewId] = useState('');
  const [language, setLanguage] = useState('sv');
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [preview, setPreview] = useState(false);
  const edits = me !== null && mayEditGuide(me, before.departmentId);
  const writes = edits && (draft === null || draft.state === 'draft');
  const changed =
    JSON.stringify(tidied(content)) !== JSON.stringify(tidied(before)) ||
    JSON.stringify(confirmed) !== JSON.stringify(draft?.confirmed ?? []);
  const unsaved = useUnsaved(writes && changed);
  if (!directory || !me) return null;

  const languages = [
    ...new Set(['sv', ...directory.sites.flatMap((site) => site.languages), ...Object.keys(content.steps)]),
  ];
  const swedishChanged = guide !== null && !sayTheSame(guide, tidied(content), 'sv');
  /** A translation that is published and not changed though the Swedish text is, or was before. */
  const isStale = (tag: string): boolean =>
    tag !== 'sv' &&
    guide?.steps[tag] !== undefined &&
    sayTheSame(guide, tidied(content), tag) &&
    (swedishChanged || (guide.revised[tag] ?? 1) < (guide.revised['sv'] ?? 1));

  /** What is wrong, by field; the language of the first one is shown. */
  function check(sent: GuideContent): boolean {
    const found = new Map<string, string>();
    for (const tag of new Set(['sv', ...Object.keys(sent.title), ...Object.keys(sent.steps)])) {
      if (!sent.title[tag]?.trim()) found.set(`title.${tag}`, t.fieldEmpty);
      if (!sent.steps[tag]) found.set(`steps.${tag}`, t.fieldEmpty);
    }
    if (sent.url !== null && !/^https?:\/\/\S+$/.test(sent.url)) found.set('url', t.guideUrlHint);
    if (id === null && !/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(newId)) found.set('id', t.guideIdWrong);
    if (id === null && directory?.guides.some((other) => other.id === newId)) found.set('id', t.guideIdTaken);
    setErrors(found);
    const wrong = [...found.keys()].find((field) => field.includes('.'))?.split('.')[1];
    if (wrong) setLanguage(wrong);
    return found.size === 0;
  }

  async function save(): Promise<GuideEntry | null> {
    const sent = tidied(content);
    if (!check(sent)) return null;
    const revision = draft?.revision ?? null;
    const request = { id: id ?? newId, content: sent, confirmed: [...confirmed], revision };
    const saved = await act(() => staff.ask('guide:save', request), t.guideSaved);
    return saved?.value ?? null;
  }

  const shownAgain = () => {
    if (unsaved.forget()) return;
    if (id === null) route.openAdmin('guides', newId);
    else reload();
  };

  async function perform(action: GuideAction, done: string): Promise<void> {
    let revision = draft?.revision ?? null;
    if (action.type === 'submit' && changed) {
      const saved = await save();
      if (!saved) return;
      revision = saved.draft?.revision ?? null;
    }
    const answer = await staff.ask('guide:act', { id: id ?? newId, action, revision });
    if (!answer.ok) return void toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
    toasts.show({ text: done });
    if (action.type !== 'discard' || answer.value.guide) shownAgain();
    else if (!unsaved.forget()) route.openAdmin('guides');
  }

  return (
    <form
      class="guide-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save().then((saved) => saved && shownAgain());
      }}
    >
      <p class="guides-badges">
        {guideState(entry, i18n).map(({ text, tone }) => (
          <Badge key={text} tone={tone}>
            {text}
          </Badge>
        ))}
        {!guide && <Badge>{t.guideState_new}</Badge>}
      </p>
      {draft?.state === 'review' && (
        <Banner tone="info">{mayApprove(me, draft.departmentId) ? t.guideToReview : t.guideWaiting}</Banner>
      )}
      {draft?.comment && <Banner tone="warn">{t.guideComment({ text: draft.comment })}</Banner>}
      {id === null && (
        <TextField
          label={t.guideId}
          hint={t.guideIdHint}
          value={newId}
          onValue={setNewId}
          maxLength={64}
          error={errors.get('id')}
        />
      )}
      <SelectField
        label={t.guideDepartment}
        value={content.departmentId}
        disabled={!writes}
        onValue={(departmentId) => setContent({ ...content, departmentId })}
        options={directory.departments.map((each) => ({
          value: each.id,
          label: inLanguage(each.name, i18n.lang),
        }))}
      />
      <TextField
        label={t.guideUrl}
        hint={t.guideUrlHint}
        optional={t.optional}
        inputMode="url"
        readOnly={!writes}
        value={content.url ?? ''}
        onValue={(url) => setContent({ ...content, url: url === '' ? null : url })}
        error={errors.get('url')}
      />
      <TextField
        label={t.guideReviewOn}
        hint={t.guideReviewHint}
        optional={t.optional}
        type="date"
        readOnly={!writes}
        value={content.reviewOn ?? ''}
        onValue={(date) => setContent({ ...content, reviewOn: date === '' ? null : date })}
      />
      <Tabs
        label={t.guideLanguages}
        selected={language}
        onSelect={setLanguage}
        tabs={languages.map((tag) => ({
          id: tag,
          label: (
            <>
              {languageName(tag, i18n)}{' '}
              {isStale(tag) && !confirmed.includes(tag) && <Badge tone="warn">!</Badge>}
            </>
          ),
          panel: (
            <LanguageFields
              content={content}
              language={tag}
              readOnly={!writes}
              stale={isStale(tag)}
              confirmed={confirmed.includes(tag)}
              errors={errors}
              onContent={setContent}
              onConfirmed={(yes) =>
                setConfirmed(yes ? [...confirmed, tag] : confirmed.filter((other) => other !== tag))
              }
            />
          ),
        }))}
      />
      <div class="guide-actions">
        {writes && (
          <Button type="submit" variant="primary" busy={busy}>
            {t.guideSave}
          </Button>
        )}
        <Button icon={iconEye} onClick={() => setPreview(true)}>
          {t.guidePreview}
        </Button>
        <GuideActions entry={entry} me={me} changed={changed || id === null} perform={perform} />
      </div>
      {id !== null && (
        <GuideHistory
          versions={entry.versions}
          onRestore={
            edits && (draft === null || draft.state === 'draft')
              ? (version) => void perform({ type: 'restore', version }, t.guideRestored)
              : null
          }
        />
      )}
      {preview && <GuidePreview content={content} language={language} onClose={() => setPreview(false)} />}
      {unsaved.question}
    </form>
  );
}
