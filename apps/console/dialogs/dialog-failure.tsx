import { Banner } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/**
 * What went wrong while a dialog is open, said in it: what is outside of a modal dialog is inert, so that a toast there is
 * neither reached nor read aloud (WCAG 4.1.3).
 */
export function DialogFailure() {
  const { toasts } = useApp();
  const [failure, setFailure] = useState<string | null>(null);
  const showing = toasts.showing.value;
  const before = useRef(showing);
  useEffect(() => {
    for (const toast of showing) {
      if (toast.tone !== 'error' || toast.action || before.current.includes(toast)) continue;
      setFailure(toast.text);
      toasts.dismiss(toast.key);
    }
  }, [showing, toasts]);
  if (failure === null) return null;
  return (
    <Banner tone="error" announce>
      {failure}
    </Banner>
  );
}
