import { Button } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TextGroup } from '../languages/index.ts';
import type { Panel } from './panel.ts';

/** A part that is fetched when it is first shown. `load` fetches it before. */
export type LazyPart<Props> = FunctionComponent<Props> & { load: (panel: Panel) => Promise<void> };

/** What is fetched: parts by their names, and the groups of texts that they show. */
interface Parts {
  readonly texts: readonly TextGroup[];
}

type PropsOf<Part> = Part extends (props: infer Props) => unknown ? Props & { panel: Panel } : never;

/**
 * Makes a part of the panel that is fetched when it is first shown. When that failed it is fetched again as soon as there
 * is a connection, because nobody knows that behind a button is what they wrote (rule D5), and by a button before.
 */
export function lazy<Fetched extends Parts, Name extends Exclude<keyof Fetched, 'texts'>>(
  fetchParts: () => Promise<Fetched>,
  name: Name,
): LazyPart<PropsOf<Fetched[Name]>> {
  let fetched: Fetched | undefined;
  const load = async (panel: Panel): Promise<void> => {
    fetched ??= await fetchParts();
    await panel.learn(fetched.texts);
  };
  function Lazy(props: PropsOf<Fetched[Name]>) {
    const [failed, setFailed] = useState<boolean>();
    const show = (): void =>
      void load(props.panel).then(
        () => setFailed(false),
        () => setFailed(true),
      );
    const { state, language } = props.panel;
    const ready = fetched?.texts.every((group) => language.groups.includes(group));
    const online = state.connection === 'online';
    useEffect(() => {
      if (!ready) show();
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- at first, and each time the connection is back
    }, [online]);
    if (fetched && ready) {
      const Part = fetched[name] as FunctionComponent<{ panel: Panel }>;
      return <Part {...props} />;
    }
    return failed ? <Button onClick={show}>{language.t.retry}</Button> : null;
  }
  return Object.assign(Lazy, { load });
}
