import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconPath } from '../icons/paths.ts';
import { useAnchored } from '../overlay/anchored.ts';
import { Button, type ButtonVariant } from './button.tsx';
import { iconDown } from '../icons/message-paths.ts';
import { iconMore } from '../icons/paths.ts';
import './icon-button.css';
import '../overlay/popup.css';
import './menu.css';

/** One command of a {@link Menu}. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconPath | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onSelect: () => void;
}

/** Props of {@link Menu}. */
export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Shows only the icon (three dots when none is named); the label is its name. */
  readonly iconOnly?: boolean | undefined;
  readonly icon?: IconPath | undefined;
  readonly variant?: ButtonVariant | undefined;
  /** Which edge of the button the menu keeps to. */
  readonly align?: 'start' | 'end' | undefined;
}

/** A button with a list of commands; keyboard by the menu button pattern of the ARIA Authoring Practices. */
export function Menu({ label, items, iconOnly, icon, variant, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState<'first' | 'last' | undefined>(undefined);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useAnchored(root, popup, open !== undefined, align);

  const entries = () => Array.from(popup.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);
  useLayoutEffect(() => {
    if (open)
      entries()
        .at(open === 'first' ? 0 : -1)
        ?.focus();
  }, [open]);

  const close = () => {
    setOpen(undefined);
    root.current?.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const all = entries();
    const now = all.findIndex((entry) => entry === document.activeElement);
    const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 };
    let next = steps[event.key];
    if (next === undefined && event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase();
      const order = [...all.slice(now + 1), ...all.slice(0, now + 1)];
      const hit = order.find((entry) => entry.textContent.trim().toLocaleLowerCase().startsWith(letter));
      if (hit) next = all.indexOf(hit);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (next === undefined) return;
    else all.at(next % all.length)?.focus();
    event.preventDefault();
  };

  const button = {
    id,
    'aria-haspopup': 'menu',
    'aria-expanded': open !== undefined,
    'aria-controls': open ? `${id}-menu` : undefined,
    onClick: () => setOpen(open ? undefined : 'first'),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
    },
  } as const;
  return (
    <div
      ref={root}
      class="ui-menu"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && root.current?.contains(to))) setOpen(undefined);
      }}
    >
      {/* One element both ways, which keeps focus when the window becomes narrow. */}
      <Button
        {...button}
        icon={iconOnly ? (icon ?? iconMore) : icon}
        variant={variant ?? (iconOnly ? 'quiet' : undefined)}
        class={iconOnly ? 'ui-icon-button' : undefined}
        title={iconOnly ? label : undefined}
        aria-label={iconOnly ? label : undefined}
      >
        {!iconOnly && (
          <>
            {label}
            <Icon of={iconDown} class="ui-menu-chevron" />
          </>
        )}
      </Button>
      {open && (
        <div ref={popup} class="ui-popup" role="menu" id={`${id}-menu`} aria-labelledby={id} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={classNames('ui-popup-item', item.danger && 'ui-menu-danger')}
              aria-disabled={item.disabled}
              onClick={() => {
                if (item.disabled) return;
                close();
                item.onSelect();
              }}
            >
              {item.icon && <Icon of={item.icon} />}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
