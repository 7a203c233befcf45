import { RegistrationState } from '@lotsa/protocol';
import { EmptyState, iconCheck, SelectField } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
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
  const pages = usePages(
    (after) => staff.ask('registrations:list', { state: of, after }),
    ({ entries }) => entries,
  );
  const whole = useRef<HTMLDivElement>(null);

  // The line may be gone: focus stays here, once its dialog has gone too.
  async function changed() {
    await pages.load();
    whole.current?.focus();
  }
  return (
    <div class="registry-queue" role="group" aria-label={t[`registryState_${of}`]} ref={whole} tabIndex={-1}>
      <Paged
        pages={pages}
        failed={t.registryFailed}
        none={
          <EmptyState icon={iconCheck} title={of === 'waiting' ? t.registryNone : t.registryNoneOther}>
            {of === 'waiting' ? t.registryNoneText : t.registryNoneOtherText}
          </EmptyState>
        }
      >
        {(entries) => (
          <ul class="registry-list">
            {entries.map((entry) => (
              <RegistryRow key={entry.registration.id} entry={entry} onChanged={() => void changed()} />
            ))}
          </ul>
        )}
      </Paged>
    </div>
  );
}
