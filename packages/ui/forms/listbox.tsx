import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
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
  activate(option: ListOption): void;
  pick(option: ListOption): void;
  /** Give it the field's keydown first; true when the key was used: arrows, Home and End with Ctrl, Enter. */
  onKeyDown(event: KeyboardEvent): boolean;
}

/**
 * Keyboard and state of a {@link Listbox} that a text field steers: a combobox, a picker by `/`, a palette. The first
 * option is active whenever the options change. Disabled options are passed over.
 */
export function useListbox(
  options: readonly ListOption[],
  onPick: (option: ListOption) => void,
): ListboxState {
  const id = useId();
  const [value, setValue] = useState<string | undefined>(undefined);
  const usable = options.filter((option) => !option.disabled);
  const active = usable.find((option) => option.value === value) ?? usable[0];
  const activeId = active && `${id}-${active.value}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return {
    id,
    active,
    activeId,
    options,
    activate: (option) => setValue(option.value),
    pick: onPick,
    onKeyDown(event) {
      if (!active || event.isComposing) return false;
      const now = usable.indexOf(active);
      const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1 };
      if (event.ctrlKey) Object.assign(steps, { Home: 0, End: -1 });
      const step = steps[event.key];
      if (step !== undefined) setValue(usable.at(step % usable.length)?.value);
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
            <div
              role="option"
              id={`${state.id}-${option.value}`}
              class="ui-popup-item"
              aria-selected={option === active}
              aria-disabled={option.disabled}
              data-chosen={option.value === chosen || undefined}
              // The field keeps focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => option !== active && !option.disabled && state.activate(option)}
              onClick={() => !option.disabled && state.pick(option)}
            >
              {renderOption?.(option) ?? <OptionText option={option} />}
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
