import type { Ref, TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import './input.css';
import './auto-textarea.css';

/** Props of {@link AutoTextarea}; also every attribute of a native textarea. */
export interface AutoTextareaProps extends Omit<
  TextareaHTMLAttributes,
  'class' | 'value' | 'onInput' | 'onSubmit' | 'ref'
> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Lines it grows to before it scrolls. */
  readonly maxRows?: number | undefined;
  /** Enter was pressed: send. Shift+Enter makes a new line; Enter that ends an input method's composition is left alone. */
  readonly onSubmit?: (() => void) | undefined;
  readonly class?: string | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** A textarea as high as its text, up to `maxRows`. */
export function AutoTextarea({
  value,
  onValue,
  maxRows = 8,
  onSubmit,
  onKeyDown,
  class: className,
  ref,
  ...rest
}: AutoTextareaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = own.current;
    if (!area) return;
    area.style.blockSize = 'auto';
    const borders = area.offsetHeight - area.clientHeight;
    area.style.blockSize = `${area.scrollHeight + borders}px`;
  }, [value]);
  return (
    <textarea
      rows={1}
      {...rest}
      ref={(area: HTMLTextAreaElement | null) => {
        own.current = area;
        if (typeof ref === 'function') ref(area);
        else if (ref) ref.current = area;
      }}
      class={classNames('ui-input', 'ui-auto-textarea', className)}
      style={{ '--max-rows': maxRows }}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (!onSubmit || event.defaultPrevented || event.key !== 'Enter' || event.shiftKey) return;
        // Safari ends a composition before this keydown and marks it with code 229 only.
        // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells it in Safari
        if (event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        onSubmit();
      }}
    />
  );
}
