import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { iconCheck } from '../icons/message-paths.ts';
import type { ListOption } from './match-options.ts';
import './listbox.css';

/** The state of a list whose focus stays in a text field (`aria-activedescendant`). */
export interface ListboxState {
  /** Id of the list, for `aria-controls`. */
  readonly id: string;
  /** Id of the active option, for `aria-activedescendant`. */
  readonly activeId: string | undefined;
  readonly active: ListOption | undefined;
  readonly options: readonly ListOption[];
  readonly activate: (option: ListOption) => void;
  readonly pick: (option: ListOption) => void;
  /** Give it the field's keydown first; true when the key was used: arrows, Home and End with Ctrl, Enter. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * Keyboard and state of a {@link Listbox} that a text field steers: a combobox, a picker by `/`, a palette. `query` is what
 * is typed: with each new one the first option is the active one again. Disabled options are passed over.
 */
export function useListbox(
  options: readonly ListOption[],
  query: string,
  onPick: (option: ListOption) => void,
): ListboxState {
  const id = useId();
  const [at, setAt] = useState<{ readonly query: string; readonly value: string | undefined }>();
  const usable = options.filter((option) => !option.disabled);
  const active = usable.find((option) => at?.query === query && option.value === at.value) ?? usable[0];
  const activeId = active && `${id}-${active.value}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return {
    id,
    active,
    activeId,
    options,
    activate: (option) => setAt({ query, value: option.value }),
    pick: onPick,
    onKeyDown(event) {
      if (!active || event.isComposing) return false;
      const now = usable.indexOf(active);
      const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1 };
      if (event.ctrlKey) Object.assign(steps, { Home: 0, End: -1 });
      const step = steps[event.key];
      if (step !== undefined) setAt({ query, value: usable.at(step % usable.length)?.value });
      else if (event.key === 'Enter') onPick(active);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** Props of {@link Listbox}. */
export interface ListboxProps {
  readonly state: ListboxState;
  readonly label: string;
  /** The chosen value, shown with a check. */
  readonly chosen?: string | undefined;
  /** Said in place of the list when nothing matches. */
  readonly emptyText: string;
  readonly renderOption?: ((option: ListOption) => ComponentChildren) | undefined;
}

/** The list itself; where it floats is up to who uses it. */
export function Listbox({ state, label, chosen, emptyText, renderOption }: ListboxProps) {
  const { options, active } = state;
  return (
    <>
      {/* Empty while there are matches: the region must be there before its text to be heard. */}
      <p class="ui-listbox-empty" role="status">
        {options.length === 0 && emptyText}
      </p>
      <div role="listbox" id={state.id} aria-label={label}>
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.group && option.group !== options[index - 1]?.group && (
              <p class="ui-listbox-group" role="presentation">
                {option.group}
              </p>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field that keeps focus has the keys */}
            <div
              role="option"
              id={`${state.id}-${option.value}`}
              class="ui-popup-item"
              aria-selected={option === active}
              aria-disabled={option.disabled}
              // The field keeps focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => option !== active && !option.disabled && state.activate(option)}
              onClick={() => !option.disabled && state.pick(option)}
            >
              {renderOption?.(option) ?? <OptionText option={option} />}
              {option.value === chosen && <Icon of={iconCheck} />}
            </div>
          </Fragment>
        ))}
      </div>
    </>
  );
}

function OptionText({ option }: { readonly option: ListOption }) {
  return (
    <span class="ui-listbox-text">
      {option.label}
      {option.hint && <span class="ui-listbox-hint">{option.hint}</span>}
    </span>
  );
}
