import { Button, Dialog } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** Asks before something unsaved is left: by a link, by back, and when the page is closed. */
export function useUnsaved(dirty: boolean): {
  /**
   * It was saved or given up: until it is drawn again, nothing is asked, and whoever was held goes on. True when it was left
   * by that, or before.
   */
  readonly forget: () => boolean;
  /** The question, to be shown wherever there is room for a dialog. */
  readonly question: ComponentChildren;
} {
  const { route, i18n } = useApp();
  const { t } = i18n;
  const [asks, setAsks] = useState(false);
  const held = useRef({ dirty, go: null as (() => void) | null, isGone: false });
  held.current.dirty = dirty;
  useEffect(
    () => () => {
      held.current.isGone = true;
    },
    [],
  );
  useLayoutEffect(() => {
    if (!dirty) return undefined;
    const letGo = route.guardWith((go) => {
      if (!held.current.dirty) return true;
      held.current.go = go;
      setAsks(true);
      return false;
    });
    const closing = (event: BeforeUnloadEvent) => {
      if (held.current.dirty) event.preventDefault();
    };
    addEventListener('beforeunload', closing);
    return () => {
      letGo();
      removeEventListener('beforeunload', closing);
    };
  }, [dirty, route]);
  const stay = () => {
    held.current.go = null;
    setAsks(false);
  };
  const forget = () => {
    const { go, isGone } = held.current;
    held.current.dirty = false;
    stay();
    go?.();
    return isGone || go !== null;
  };
  // Saved while it was asked.
  useEffect(() => {
    if (asks && !dirty) forget();
  }, [asks, dirty]);
  return {
    forget,
    question: asks && (
      <Dialog
        title={t.unsavedTitle}
        size="s"
        closeLabel={t.close}
        onClose={stay}
        footer={
          <>
            <Button variant="danger" onClick={forget}>
              {t.unsavedLeave}
            </Button>
            <Button variant="primary" autofocus onClick={stay}>
              {t.unsavedStay}
            </Button>
          </>
        }
      >
        <p>{t.unsavedText}</p>
      </Dialog>
    ),
  };
}
