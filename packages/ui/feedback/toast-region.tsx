import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Icon } from '../icons/icon.tsx';
import { iconInfo, iconOk } from '../icons/banner-paths.ts';
import { iconError } from '../icons/message-paths.ts';
import { iconClose } from '../icons/paths.ts';
import type { Toast, Toasts } from './toasts.ts';
import './toast-region.css';

/** Props of {@link ToastRegion}. */
export interface ToastRegionProps {
  readonly toasts: Toasts;
  /** The name of the region, e.g. "Meddelanden". */
  readonly label: string;
  readonly dismissLabel: string;
}

const icons = { ok: iconOk, info: iconInfo, error: iconError };

/** Toasts over the page, said politely. Render it once, from the start. */
export function ToastRegion({ toasts, label, dismissLabel }: ToastRegionProps) {
  return (
    <section class="ui-toasts" aria-label={label} aria-live="polite" aria-relevant="additions">
      {toasts.showing.value.map((toast) => (
        <ToastItem key={toast.key} toast={toast} dismissLabel={dismissLabel} onDone={toasts.dismiss} />
      ))}
    </section>
  );
}

/** Reading time: five seconds and one more for every ten characters. */
const readingTime = (text: string) => 5000 + text.length * 100;

interface ToastItemProps {
  readonly toast: Toast;
  readonly dismissLabel: string;
  readonly onDone: (key: number) => void;
}

function ToastItem({ toast, dismissLabel, onDone }: ToastItemProps) {
  const { key, text, tone, action } = toast;
  const [held, setHeld] = useState(false);
  // WCAG 2.2.1: nothing that has to be acted on or put right goes away by itself, nor what is pointed at.
  const stays = held || tone === 'error' || action !== undefined;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => onDone(key), readingTime(text));
    return () => clearTimeout(timer);
  }, [stays, key, text, onDone]);
  return (
    <div
      class="ui-toast"
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon of={icons[tone]} />
      <div class="ui-toast-body">
        <span class="ui-toast-text">{text}</span>
        {action && (
          <Button
            variant="quiet"
            onClick={() => {
              action.onSelect();
              onDone(key);
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton icon={iconClose} label={dismissLabel} onClick={() => onDone(key)} />
    </div>
  );
}
