import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconPath } from '../icons/paths.ts';
import './button.css';

/** How loud a button is: one `primary` per view; `danger` for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** Props of {@link Button}; also every attribute of a native button. */
export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'class' | 'icon'> {
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconPath | undefined;
  /** The icon turns in right-to-left text. */
  readonly mirror?: boolean | undefined;
  /** Work is going on: clicks do nothing, focus stays, and a screen reader hears that it is busy. */
  readonly busy?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A push button. It never submits a form unless `type="submit"` is said. */
export function Button({
  variant = 'secondary',
  icon,
  mirror,
  busy,
  class: className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={classNames('ui-button', className)}
      data-variant={variant}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon of={icon} mirror={mirror} />}
      {children}
    </button>
  );
}
