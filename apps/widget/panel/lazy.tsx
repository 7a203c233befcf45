import { Button } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Panel } from './panel.ts';

/** A part that is fetched when it is first shown. `load` fetches it before. */
export type LazyPart<Props> = FunctionComponent<Props> & { load: () => Promise<void> };

/**
 * Makes a part of the panel that is fetched when it is first shown. When that failed it is fetched again as soon as there
 * is a connection, because nobody knows that behind a button is what they wrote (rule D5), and by a button before.
 */
export function lazy<Props extends { panel: Panel }>(
  fetchPart: () => Promise<FunctionComponent<Props>>,
): LazyPart<Props> {
  let Part: FunctionComponent<Props> | undefined;
  const load = async (): Promise<void> => {
    Part = await fetchPart();
  };
  function Lazy(props: Props) {
    const [failed, setFailed] = useState<boolean>();
    const show = (): void =>
      void load().then(
        () => setFailed(false),
        () => setFailed(true),
      );
    const online = props.panel.state.connection === 'online';
    useEffect(() => {
      if (!Part) show();
    }, [online]);
    if (Part) return <Part {...props} />;
    return failed ? <Button onClick={show}>{props.panel.language.t.retry}</Button> : null;
  }
  return Object.assign(Lazy, { load });
}
