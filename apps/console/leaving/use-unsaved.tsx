import { Button, Dialog } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** Asks before something unsaved is left: by a link, by back, and when the page is closed. */
export function useUnsaved(dirty: boolean): {
  /** It was saved or given up: until it is drawn again, nothing is asked. */
  readonly forget: () => void;
  /** The question, to be shown wherever there is room for a dialog. */
  readonly question: ComponentChildren;
} {
  const { route, i18n } = useApp();
  const { t } = i18n;
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const held = useRef(dirty);
  held.current = dirty;
  useEffect(() => {
    if (!dirty) return undefined;
    const letGo = route.guardWith((go) => {
      if (!held.current) return true;
      setLeaving(() => go);
      return false;
    });
    const closing = (event: BeforeUnloadEvent) => {
      if (held.current) event.preventDefault();
    };
    addEventListener('beforeunload', closing);
    return () => {
      letGo();
      removeEventListener('beforeunload', closing);
    };
  }, [dirty, route]);
  const forget = () => {
    held.current = false;
  };
  const stay = () => setLeaving(null);
  return {
    forget,
    question: leaving && (
      <Dialog
        title={t.unsavedTitle}
        size="s"
        closeLabel={t.close}
        onClose={stay}
        footer={
          <>
            <Button
              variant="danger"
              onClick={() => {
                forget();
                stay();
                leaving();
              }}
            >
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
