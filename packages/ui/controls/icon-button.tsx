import { classNames } from '../class-names.ts';
import type { IconPath } from '../icons/paths.ts';
import { Button, type ButtonProps } from './button.tsx';
import './icon-button.css';

/** Props of {@link IconButton}; also every attribute of a native button. */
export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'label'> {
  readonly icon: IconPath;
  /** What it does: the accessible name and the tooltip. */
  readonly label: string;
}

/** A square button with an icon only. Its target is `--control` in both directions. */
export function IconButton({ label, variant = 'quiet', class: className, ...rest }: IconButtonProps) {
  return (
    <Button
      title={label}
      aria-label={label}
      variant={variant}
      class={classNames('ui-icon-button', className)}
      {...rest}
    />
  );
}
