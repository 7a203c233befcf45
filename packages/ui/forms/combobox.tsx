import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { iconDown } from '../icons/message-paths.ts';
import { useAnchored } from '../overlay/anchored.ts';
import { Field, type FieldTexts } from './field.tsx';
import { Listbox, useListbox } from './listbox.tsx';
import { matchOptions, type ListOption } from './match-options.ts';
import './input.css';
import './picker.css';
import '../overlay/popup.css';

/** Props of {@link Combobox}. */
export interface ComboboxProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly options: readonly ListOption[];
  readonly value: string | undefined;
  readonly onValue: (value: string) => void;
  /** Said when nothing matches. */
  readonly emptyText: string;
  readonly placeholder?: string | undefined;
  readonly autofocus?: boolean | undefined;
  readonly renderOption?: ((option: ListOption) => ComponentChildren) | undefined;
}

/**
 * One of many, found by typing: the editable combobox with list of the ARIA Authoring Practices. Leaving the field, or Esc,
 * puts back the chosen label: only an option can be chosen.
 */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error, optional, id, options, value, onValue, emptyText, placeholder, autofocus } =
    props;
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  /** What is typed since the list was opened. */
  const [query, setQuery] = useState<string | undefined>(undefined);
  const chosen = options.find((option) => option.value === value);
  const close = () => {
    setOpen(false);
    setQuery(undefined);
  };
  const list = useListbox(matchOptions(options, query ?? ''), query ?? '', (option) => {
    onValue(option.value);
    close();
  });
  useAnchored(input, popup, open, 'stretch');
  const openList = () => {
    if (open) return;
    setOpen(true);
    // Typing replaces the chosen label.
    input.current?.select();
    if (chosen) list.activate(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (open) list.onKeyDown(event);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      openList();
    }
  };
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(control) => (
        <div class="ui-picker">
          <input
            {...control}
            ref={input}
            class="ui-input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            autofocus={autofocus}
            placeholder={placeholder}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? list.id : undefined}
            aria-activedescendant={open ? list.activeId : undefined}
            value={query ?? chosen?.label ?? ''}
            onClick={openList}
            onInput={(event) => {
              setOpen(true);
              setQuery(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          <Icon of={iconDown} />
          {open && (
            <div ref={popup} class="ui-popup">
              <Listbox
                state={list}
                label={label}
                chosen={value}
                emptyText={emptyText}
                renderOption={props.renderOption}
              />
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
