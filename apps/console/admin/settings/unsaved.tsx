import { Button, Dialog } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';

/** Warns before something unsaved is left, also by back, by the list, and by closing the page. */
export function Unsaved({ dirty }: { readonly dirty: boolean }) {
  const { route, i18n } = useApp();
  const { t } = i18n;
  const [go, setGo] = useState<(() => void) | null>(null);
  const free = useRef<() => void>(() => undefined);
  // Known as soon as it is drawn: what was saved just now holds nobody.
  const held = useRef(dirty);
  held.current = dirty;
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    free.current = route.guardWith((then) => {
      if (!held.current) return true;
      setGo(() => then);
      return false;
    });
    return () => {
      removeEventListener('beforeunload', warn);
      free.current();
    };
  }, [dirty, route]);
  if (!go) return null;
  return (
    <Dialog
      title={t.unsavedTitle}
      size="s"
      closeLabel={t.close}
      onClose={() => setGo(null)}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              free.current();
              setGo(null);
              go();
            }}
          >
            {t.unsavedLeave}
          </Button>
          <Button variant="primary" autofocus onClick={() => setGo(null)}>
            {t.unsavedStay}
          </Button>
        </>
      }
    >
      <p>{t.unsavedText}</p>
    </Dialog>
  );
}
