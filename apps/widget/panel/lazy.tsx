import { Button } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TextGroup } from '../languages/index.ts';
import type { Panel } from './panel.ts';

/** A part that is fetched when it is first shown. `load` fetches it before. */
export type LazyPart<Props> = FunctionComponent<Props> & { load: (panel: Panel) => Promise<void> };

/** What is fetched: the part, and the groups of texts that it shows. */
export type Fetched<Props> = readonly [FunctionComponent<Props>, ...TextGroup[]];

/**
 * Makes a part of the panel that is fetched when it is first shown. When that failed it is fetched again as soon as there
 * is a connection, because nobody knows that behind a button is what they wrote (rule D5), and by a button before.
 */
export function lazy<Props extends { panel: Panel }>(
  fetchPart: () => Promise<Fetched<Props>>,
): LazyPart<Props> {
  let fetched: Fetched<Props> | undefined;
  const load = async (panel: Panel): Promise<void> => {
    const [, ...groups] = (fetched ??= await fetchPart());
    await panel.learn(groups);
  };
  function Lazy(props: Props) {
    const [failed, setFailed] = useState<boolean>();
    const show = (): void =>
      void load(props.panel).then(
        () => setFailed(false),
        () => setFailed(true),
      );
    const { state, language } = props.panel;
    const [Part, ...groups] = fetched ?? [];
    const ready = groups.every((group) => language.groups.includes(group));
    const online = state.connection === 'online';
    useEffect(() => {
      if (!Part || !ready) show();
    }, [online]);
    if (Part && ready) return <Part {...props} />;
    return failed ? <Button onClick={show}>{language.t.retry}</Button> : null;
  }
  return Object.assign(Lazy, { load });
}
