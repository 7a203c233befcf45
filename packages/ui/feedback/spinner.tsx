import './spinner.css';

/** Props of {@link Spinner}. */
export interface SpinnerProps {
  /** What is waited for, shown beside it. Without it the spinner is decoration. */
  readonly label?: string | undefined;
}

/** Something is on its way and takes more than a moment. */
export function Spinner({ label }: SpinnerProps) {
  return (
    <span class="ui-spinner" role={label ? 'status' : undefined}>
      <span class="ui-spinner-ring" aria-hidden="true" />
      {label}
    </span>
  );
}
