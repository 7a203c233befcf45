import type { RetentionPreview } from '@lotsa/protocol';
import { Badge, Banner, Button, iconTrash } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useProof } from '../security/use-proof.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { keptFor } from './words.ts';

/** What a run would do now, and the run. */
export function Preview() {
  const { staff, i18n, state } = useApp();
  const { t } = i18n;
  const preview = useAnswer(() => staff.ask('retention:preview', {}));
  return (
    <Fetched of={preview} failed={t.retentionFailed}>
      {({ rules, unclassed }) => (
        <div class="retention">
          <p>{t.retentionPreviewText}</p>
          {unclassed > 0 && <Banner tone="warn">{t.retentionUnclassed({ n: unclassed })}</Banner>}
          <ul class="retention-rules" aria-label={t.retentionRules}>
            {rules.map((each) => (
              <RulePreview key={each.rule.id} preview={each} />
            ))}
          </ul>
          {state.value.me?.role === 'administrator' && (
            <Run
              ready={rules.some(({ acts, due, held }) => acts && due > held)}
              onRun={() => void preview.load()}
            />
          )}
        </div>
      )}
    </Fetched>
  );
}

interface RunProps {
  /** There is something to erase. */
  readonly ready: boolean;
  readonly onRun: () => void;
}

function Run({ ready, onRun }: RunProps) {
  const { staff, i18n, toasts } = useApp();
  const { t, formats } = i18n;
  const [asking, setAsking] = useState(false);
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();

  async function run() {
    const done = await act(() => withProof(() => staff.ask('retention:run', {})));
    if (!done) return;
    const erased = formats.number(done.value.erased);
    const held = formats.number(done.value.held);
    setAsking(false);
    toasts.show({
      text: done.value.more ? t.retentionRunMore({ erased }) : t.retentionRunDone({ erased, held }),
    });
    onRun();
  }
  return (
    <div class="retention-run">
      <Button icon={iconTrash} disabled={!ready} onClick={() => setAsking(true)}>
        {t.retentionRun}
      </Button>
      {!ready && <p>{t.retentionRunNothing}</p>}
      {asking && (
        <FormDialog
          title={t.retentionRunTitle}
          send={t.retentionRun}
          danger
          busy={busy}
          onSubmit={() => void run()}
          onClose={() => setAsking(false)}
        >
          <p>{t.retentionRunText}</p>
        </FormDialog>
      )}
      {proof}
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
