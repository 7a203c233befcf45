import type { WebGap, WebGapState, WebGapView } from '@lotsa/protocol';
import { Badge, Button, Icon, iconExternal, TextareaField, VisuallyHidden } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import { BackToList } from '../admin/back-to-list.tsx';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { type Fact, Facts } from '../facts/facts.tsx';
import { Fetched } from '../fetching/fetched.tsx';
import { topicName } from '../names/names.ts';
import { useAnswer } from '../fetching/use-answer.ts';
import { GAP_TONE, gapFrom, gapTitle } from './gap-words.ts';
import { PageChart } from './page-chart.tsx';

/** One gap: what citizens wrote, what becomes of it, and the questions before and after. */
export function GapPage({ id }: { readonly id: string }) {
  const { staff, i18n } = useApp();
  const gap = useAnswer(() => staff.ask('gap:get', { id }), [id]);
  const { t } = i18n;
  return (
    <div class="feedback">
      <BackToList section="web-gaps" />
      <Fetched of={gap} failed={t.gapsFailed}>
        {(view) => <Gap view={view} onChanged={() => void gap.load()} />}
      </Fetched>
    </div>
  );
}

function Gap({ view, onChanged }: { readonly view: WebGapView; readonly onChanged: () => void }) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const { gap, editors, others, questions } = view;
  const facts: Fact[] = [
    [t.gapPage, gap.page ? <PageName key="page" page={gap.page} /> : t.gapNoPage],
    [t.gapEditors, editors.map(({ name }) => name).join(', ') || t.gapEditorsNone],
    ...(gap.topicId ? [[t.gapTopic, topicName(state.value.directory, gap.topicId, i18n)] as const] : []),
  ];
  return (
    <>
      <section class="feedback-part" aria-labelledby="gap-title">
        <h3 id="gap-title" dir="auto">
          {gapTitle(gap, t)}
        </h3>
        <p>
          <Badge tone={GAP_TONE[gap.state]}>{t[`gapState_${gap.state}`]}</Badge> {gapFrom(gap, i18n)}
        </p>
        <Facts facts={facts} />
        {gap.source === 'staff' && gap.words.length > 0 && (
          <>
            <h4>{t.gapWords}</h4>
            {gap.words.map((words) => (
              <blockquote key={words} class="gap-quote" dir="auto">
                {words}
              </blockquote>
            ))}
          </>
        )}
        <Actions gap={gap} onChanged={onChanged} />
      </section>
      {questions && (
        <PageChart questions={questions} mendedAt={gap.state === 'mended' ? gap.endedAt : null} />
      )}
      {gap.log.length > 0 && <Log gap={gap} />}
      {others.length > 0 && (
        <section class="feedback-part" aria-labelledby="gap-others">
          <h3 id="gap-others">{t.gapOthers}</h3>
          <ul class="gap-list">
            {others.map((other) => (
              <li key={other.id}>
                <AdminLink section="web-gaps" item={other.id} class="gap-link">
                  <span dir="auto">{gapTitle(other, t)}</span>
                </AdminLink>{' '}
                <Badge tone={GAP_TONE[other.state]}>{t[`gapState_${other.state}`]}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PageName({ page }: { readonly page: string }) {
  const { t } = useApp().i18n;
  if (!page.startsWith('http')) return <bdi>{page}</bdi>;
  return (
    <a href={page} target="_blank" rel="noopener noreferrer">
      <bdi>{page}</bdi> <Icon of={iconExternal} />
      <VisuallyHidden>({t.opensInNewTab})</VisuallyHidden>
    </a>
  );
}

function Log({ gap: { log } }: { readonly gap: WebGap }) {
  const { t, formats } = useApp().i18n;
  return (
    <section class="feedback-part" aria-labelledby="gap-log">
      <h3 id="gap-log">{t.gapLog}</h3>
      <ol class="gap-list">
        {log.map(({ at, by, state, text }) => (
          <li key={at}>
            <p>
              <strong>{by === null ? t.gapCameBack : t[`gapLog_${state}`]}</strong>
              {by !== null && ` · ${by.name}`} · {formats.dayTime(at)}
            </p>
            {text && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What can be done from each state; the first is the obvious one. */
const NEXT: Record<WebGapState, readonly WebGapState[]> = {
  new: ['inWork', 'mended', 'declined'],
  inWork: ['mended', 'declined'],
  mended: ['new'],
  declined: ['new'],
};

function Actions({ gap, onChanged }: { readonly gap: WebGap; readonly onChanged: () => void }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [asking, setAsking] = useState<'mended' | 'declined' | null>(null);
  const { busy, act } = useAct();
  async function change(state: WebGapState, text: string | null) {
    const ask = () => staff.ask('gap:change', { id: gap.id, seen: gap.state, state, text });
    if (!(await act(ask, t.gapChanged))) return;
    setAsking(null);
    onChanged();
  }
  return (
    <div class="gap-actions">
      {NEXT[gap.state].map((state, at) => (
        <Button
          key={state}
          variant={at === 0 ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => {
            if (state === 'mended' || state === 'declined') setAsking(state);
            else void change(state, null);
          }}
        >
          {t[`gapAct_${state}`]}
        </Button>
      ))}
      {asking && <EndDialog state={asking} busy={busy} onEnd={change} onClose={() => setAsking(null)} />}
    </div>
  );
}

interface EndDialogProps {
  readonly state: 'mended' | 'declined';
  readonly busy: boolean;
  readonly onEnd: (state: WebGapState, text: string | null) => Promise<void>;
  readonly onClose: () => void;
}

function EndDialog({ state, busy, onEnd, onClose }: EndDialogProps) {
  const { t } = useApp().i18n;
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const missing = state === 'declined' && !text.trim();
  return (
    <FormDialog
      title={t[`gapActTitle_${state}`]}
      send={t[`gapAct_${state}`]}
      busy={busy}
      onSubmit={() => {
        setChecked(true);
        if (!missing) void onEnd(state, text.trim() || null);
      }}
      onClose={onClose}
    >
      <TextareaField
        label={t[`gapActText_${state}`]}
        optional={state === 'mended' ? t.optional : undefined}
        value={text}
        maxLength={1_000}
        error={checked && missing ? t.gapReasonMissing : undefined}
        onValue={setText}
      />
    </FormDialog>
  );
}
