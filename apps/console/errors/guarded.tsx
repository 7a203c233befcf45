import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Failed } from '../fetching/failed.tsx';

/** Props of {@link Guarded}. */
interface GuardedProps {
  /** What is shown: with something else it is drawn anew. */
  readonly of: string | null;
  readonly children: ComponentChildren;
}

/**
 * A part of the page that fails by itself: when it cannot be drawn it says so, and can be drawn anew, while the others go on.
 */
export function Guarded({ of, children }: GuardedProps) {
  const { t } = useApp().i18n;
  // For the browser's console, where whoever is asked for help looks.
  const [error, again] = useErrorBoundary((thrown: unknown) => reportError(thrown)) as [unknown, () => void];
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current !== of) again();
    shown.current = of;
    // oxlint-disable-next-line react/exhaustive-deps -- `again` is another one each time
  }, [of]);
  if (error === undefined) return <>{children}</>;
  return (
    <div role="alert">
      <Failed title={t.partFailed} onAgain={again}>
        {t.partFailedText}
      </Failed>
    </div>
  );
}
