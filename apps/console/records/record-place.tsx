import type { RecordRef } from '@lotsa/protocol';
import { Button, EmptyState, iconAlert, Skeleton } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

type Screen = FunctionComponent<{ readonly of: RecordRef }>;
let fetched: Screen | null = null;

/** A record as a whole; its screen is fetched when one is first opened. */
export function RecordPlace({ of }: { readonly of: RecordRef }) {
  const { t } = useApp().i18n;
  const [failed, setFailed] = useState(false);
  const [, setShown] = useState(fetched !== null);
  const load = () => {
    setFailed(false);
    import('./record-screen.tsx').then(
      ({ RecordScreen }) => {
        fetched = RecordScreen;
        setShown(true);
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (!fetched) load();
  }, []);
  if (fetched) {
    const Screen = fetched;
    return <Screen of={of} />;
  }
  if (!failed) return <Skeleton lines={8} />;
  return (
    <EmptyState
      icon={iconAlert}
      title={t.recordFailed}
      action={<Button onClick={load}>{t.tryAgain}</Button>}
    />
  );
}
