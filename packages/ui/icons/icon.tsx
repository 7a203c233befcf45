import { classNames } from '../class-names.ts';
import type { IconPath } from './paths.ts';
import './icon.css';

/** Props of {@link Icon}. */
export interface IconProps {
  /** Which icon, one of the `icon…` paths. */
  readonly of: IconPath;
  /** Turn it in right-to-left text: for arrows that mean "back", "forward" or "send". */
  readonly mirror?: boolean | undefined;
  readonly class?: string | undefined;
}

/** A 20 px stroke icon in the colour of the text. Always decoration: the name of a control is its text or label. */
export function Icon({ of, mirror, class: className }: IconProps) {
  return (
    <svg
      class={classNames('ui-icon', mirror && 'ui-icon-mirror', className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={of} />
    </svg>
  );
}
