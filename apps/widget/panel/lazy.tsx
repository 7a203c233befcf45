import { Button, Skeleton } from '@lotsa/ui';
import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Panel } from './panel.ts';

/** A part of the panel that is fetched when it is first shown, and can be fetched again when that failed. */
export function lazy<Props extends { panel: Panel }>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const loaded = signal<FunctionComponent<Props> | 'failed' | null>(null);
  const fetch = async (): Promise<void> => {
    loaded.value = null;
    try {
      const component = await load();
      loaded.value = component;
    } catch {
      loaded.value = 'failed';
    }
  };
  return function Lazy(props) {
    const Part = loaded.value;
    useEffect(() => void (Part || fetch()), []);
    if (Part === 'failed') return <Button onClick={() => void fetch()}>{props.panel.i18n.t.retry}</Button>;
    return Part ? <Part {...props} /> : <Skeleton />;
  };
}
