import { Skeleton } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed } from './failed.tsx';

/** Screens that have been fetched, by name: opened again they are there at once. */
const fetched = new Map<string, FunctionComponent<never>>();

/** Props of {@link FetchedScreen}. */
interface FetchedScreenProps<Props> {
  /** One for each screen. */
  readonly name: string;
  readonly load: () => Promise<FunctionComponent<Props>>;
  /** What is said when it did not come. */
  readonly failed: string;
  readonly props: Props;
}

/** A screen whose code is fetched when it is first shown. */
export function FetchedScreen<Props extends object>({
  name,
  load,
  failed,
  props,
}: FetchedScreenProps<Props>) {
  const [isFailed, setFailed] = useState(false);
  const [, setShown] = useState(fetched.has(name));
  const fetchIt = () => {
    setFailed(false);
    load().then(
      (screen) => {
        fetched.set(name, screen);
        setShown(true);
      },
      () => setFailed(true),
    );
  };
  const Screen = fetched.get(name) as FunctionComponent<Props> | undefined;
  useEffect(() => {
    if (!Screen) fetchIt();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each screen
  }, [name]);
  if (Screen) return <Screen {...props} />;
  if (!isFailed) return <Skeleton lines={8} />;
  return <Failed title={failed} onAgain={fetchIt} />;
}
