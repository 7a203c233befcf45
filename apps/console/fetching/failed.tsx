import { Button, EmptyState, iconAlert } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';

/** Props of {@link Failed}. */
interface FailedProps {
  /** What could not be fetched. */
  readonly title: string;
  readonly onAgain: () => void;
  /** Why, where that is known. */
  readonly children?: ComponentChildren;
}

/** In the place of what could not be fetched, with a way to try again. */
export function Failed({ title, onAgain, children }: FailedProps) {
  return (
    <EmptyState
      icon={iconAlert}
      title={title}
      action={<Button onClick={onAgain}>{useApp().i18n.t.tryAgain}</Button>}
    >
      {children}
    </EmptyState>
  );
}
