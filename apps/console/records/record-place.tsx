import type { RecordRef } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { FetchedScreen } from '../fetching/fetched-screen.tsx';

/** A record as a whole; its screen is fetched when one is first opened. */
export function RecordPlace({ of }: { readonly of: RecordRef }) {
  return (
    <FetchedScreen
      name="record"
      load={async () => (await import('./record-screen.tsx')).RecordScreen}
      failed={useApp().i18n.t.recordFailed}
      props={{ of }}
    />
  );
}
