import type { HandedOver } from '@lotsa/protocol';
import type { Panel } from '../panel.ts';

/** Somebody else sits here now, and begins as somebody else: nothing that was kept on the device is theirs. */
export function beginAnew({ store }: Panel, { token }: HandedOver): void {
  if (token) store.set('token', token);
  for (const kept of ['draft', 'outbox', 'left']) store.remove(kept);
  location.reload();
}
