import { RegistrationState, type RegistrationEntry } from '@lotsa/protocol';
import { Button, EmptyState, iconAlert, iconCheck, SelectField, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { RegistryRow } from './registry-row.tsx';
import { Unclassed } from './unclassed.tsx';
import './registry.css';

type Choice = RegistrationState | 'unclassed';

/** The registrar's queue: what is to be registered, what is on its way, and what nobody has classed (rule P4). */
export function RegistryScreen() {
  const { i18n, state } = useApp();
  const { t } = i18n;
  // Managers class; the queue is the registrar's.
  const registers = state.value.me?.role === 'registrar';
  const [choice, setChoice] = useState<Choice>(registers ? 'waiting' : 'unclassed');
  const choices: Choice[] = registers ? [...RegistrationState.options, 'unclassed'] : ['unclassed'];
  return (
    <div class="registry">
      {registers && (
        <SelectField
          label={t.registryShow}
          value={choice}
          options={choices.map((value) => ({
            value,
            label: value === 'unclassed' ? t.registryUnclassed : t[`registryState_${value}`],
          }))}
          onValue={(value) => setChoice(value as Choice)}
        />
      )}
      {choice === 'unclassed' ? <Unclassed /> : <Queue key={choice} of={choice} />}
    </div>
  );
}

function Queue({ of }: { readonly of: RegistrationState }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [entries, setEntries] = useState<readonly RegistrationEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const whole = useRef<HTMLDivElement>(null);

  async function load(after: string | null) {
    setFailure(null);
    const answer = await staff.ask('registrations:list', { state: of, after });
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    setEntries((before) => [...((after !== null && before) || []), ...answer.value.entries]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void load(null);
    // oxlint-disable-next-line react/exhaustive-deps -- fetched once for each list
  }, [staff, of]);

  // The line may be gone: focus stays here, once its dialog has gone too.
  async function changed() {
    await load(null);
    whole.current?.focus();
  }

  if (failure !== null)
    return (
      <EmptyState
        icon={iconAlert}
        title={t.registryFailed}
        action={<Button onClick={() => void load(null)}>{t.tryAgain}</Button>}
      >
        {failure}
      </EmptyState>
    );
  if (entries === null) return <Skeleton lines={8} />;
  return (
    <div class="registry-queue" role="group" aria-label={t[`registryState_${of}`]} ref={whole} tabIndex={-1}>
      {entries.length === 0 && (
        <EmptyState icon={iconCheck} title={of === 'waiting' ? t.registryNone : t.registryNoneOther}>
          {of === 'waiting' ? t.registryNoneText : t.registryNoneOtherText}
        </EmptyState>
      )}
      <ul class="registry-list" hidden={entries.length === 0}>
        {entries.map((entry) => (
          <RegistryRow key={entry.registration.id} entry={entry} onChanged={() => void changed()} />
        ))}
      </ul>
      {next !== null && <Button onClick={() => void load(next)}>{t.registryMore}</Button>}
    </div>
  );
}
