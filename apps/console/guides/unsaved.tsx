import { Button, Dialog } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** What is not saved, and who wants to leave it. */
export interface Unsaved {
  /** Where somebody wants to go; null for nowhere. */
  readonly leaving: (() => void) | null;
  readonly stay: () => void;
  /** It was saved or given up: nothing is asked any more. */
  readonly forget: () => void;
}

/** Asks before something unsaved is left, within the console and when the page is closed. */
export function useUnsaved(dirty: boolean): Unsaved {
  const { route } = useApp();
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const held = useRef(dirty);
  held.current = dirty;
  useEffect(() => {
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
  }, [route]);
  return {
    leaving,
    stay: () => setLeaving(null),
    forget: () => {
      held.current = false;
    },
  };
}

/** The question whether to leave it. */
export function UnsavedDialog({ unsaved }: { readonly unsaved: Unsaved }) {
  const { t } = useApp().i18n;
  const { leaving, stay, forget } = unsaved;
  if (!leaving) return null;
  return (
    <Dialog
      title={t.unsavedTitle}
      closeLabel={t.close}
      onClose={stay}
      footer={
        <>
          <Button
            onClick={() => {
              forget();
              stay();
              leaving();
            }}
          >
            {t.unsavedLeave}
          </Button>
          <Button variant="primary" onClick={stay}>
            {t.unsavedStay}
          </Button>
        </>
      }
    >
      <p>{t.unsavedText}</p>
    </Dialog>
  );
}
