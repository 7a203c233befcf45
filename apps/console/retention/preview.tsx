import type { RetentionPreview } from '@lotsa/protocol';
import { Badge, Banner, Button, Dialog, iconTrash, Skeleton } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Failed } from '../fetching/failed.tsx';
import { useProof } from '../security/use-proof.tsx';
import { useAnswer } from './use-answer.ts';
import { keptFor } from './words.ts';

/** What a run would do now, and the run. */
export function Preview() {
  const { staff, i18n, state, toasts } = useApp();
  const { t, formats } = i18n;
  const { value, failure, load } = useAnswer(() => staff.ask('retention:preview', {}));
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { withProof, proof } = useProof();

  async function run() {
    setBusy(true);
    setProblem(null);
    const answer = await withProof(() => staff.ask('retention:run', {}));
    setBusy(false);
    if (!answer) return;
    if (!answer.ok) return setProblem(errorText(i18n, answer.error));
    const erased = formats.number(answer.value.erased);
    const held = formats.number(answer.value.held);
    setAsking(false);
    toasts.show({
      text: answer.value.more ? t.retentionRunMore({ erased }) : t.retentionRunDone({ erased, held }),
    });
    await load();
  }

  if (!value) {
    if (failure === null) return <Skeleton lines={8} />;
    return (
      <Failed title={t.retentionFailed} onAgain={() => void load()}>
        {failure}
      </Failed>
    );
  }
  const ready = value.rules.some(({ acts, due, held }) => acts && due > held);
  return (
    <div class="retention">
      <p>{t.retentionPreviewText}</p>
      {value.unclassed > 0 && (
        <Banner tone="warn">{t.retentionUnclassed({ n: value.unclassed })}</Banner>
      )}
      <ul class="retention-rules" aria-label={t.retentionRules}>
        {value.rules.map((preview) => (
          <RulePreview key={preview.rule.id} preview={preview} />
        ))}
      </ul>
      {state.value.me?.role === 'administrator' && (
        <div class="retention-run">
          <Button icon={iconTrash} disabled={!ready} onClick={() => setAsking(true)}>
            {t.retentionRun}
          </Button>
          {!ready && <p>{t.retentionRunNothing}</p>}
        </div>
      )}
      {asking && (
        <Dialog
          title={t.retentionRunTitle}
          closeLabel={t.close}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
              <Button variant="danger" busy={busy} onClick={() => void run()}>
                {t.retentionRun}
              </Button>
            </>
          }
        >
          <p>{t.retentionRunText}</p>
          {problem !== null && (
            <Banner tone="error" announce>
              {problem}
            </Banner>
          )}
          {proof}
        </Dialog>
      )}
    </div>
  );
}

function RulePreview({ preview }: { readonly preview: RetentionPreview }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const { rule, due, held, waiting, examples } = preview;
  const figures: [string, number][] = [
    [t.retentionDueHead, due],
    [t.retentionHeldHead, held],
    ...(rule.action === 'export' ? [[t.retentionWaitingHead, waiting] as [string, number]] : []),
  ];
  return (
    <li class="retention-rule">
      <div class="retention-rule-head">
        <h3>{rule.name}</h3>
        <Badge tone={rule.inForce ? 'ok' : 'warn'}>
          {rule.inForce ? t.retentionActs : rule.decision === null ? t.retentionNoDecision : t.retentionRests}
        </Badge>
      </div>
      <p>
        {[t[`retentionAction_${rule.action}`], keptFor(rule, i18n), rule.decision]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rule.after && (
        <dl class="retention-figures">
          {figures.map(([name, n]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formats.number(n)}</dd>
            </div>
          ))}
        </dl>
      )}
      {examples.length > 0 && (
        <details>
          <summary>{t.retentionExamples}</summary>
          <ul>
            {examples.map(({ id, at, held: isHeld }) => (
              <li key={id}>
                <bdi class="retention-id">{id}</bdi>, {formats.dayTime(at)}
                {isHeld && ` (${t.retentionHeldMark})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
