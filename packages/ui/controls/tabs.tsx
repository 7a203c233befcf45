import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import './tabs.css';

/** One tab and what it shows. */
export interface Tab {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly panel: ComponentChildren;
}

/** Props of {@link Tabs}. */
export interface TabsProps {
  /** The name of the set. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** Tabs that follow focus (ARIA Authoring Practices): arrows turn with the text direction, Home and End. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const now = tabs.findIndex((tab) => tab.id === selected);
    const ahead = list.current && getComputedStyle(list.current).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: now + ahead,
      ArrowLeft: now - ahead,
      Home: 0,
      End: -1,
    };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  };
  const current = tabs.find((tab) => tab.id === selected);
  return (
    <div class="ui-tabs">
      <div ref={list} class="ui-tab-list" role="tablist" aria-label={label} onKeyDown={step}>
        {tabs.map(({ id, label: name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            class="ui-tab"
            id={`${base}-${id}`}
            aria-selected={id === selected}
            aria-controls={id === selected ? `${base}-panel` : undefined}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {current && (
        <div
          key={current.id}
          class="ui-tab-panel"
          role="tabpanel"
          id={`${base}-panel`}
          aria-labelledby={`${base}-${current.id}`}
          tabIndex={0}
        >
          {current.panel}
        </div>
      )}
    </div>
  );
}
