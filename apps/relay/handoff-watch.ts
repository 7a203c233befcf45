import { type Command, isAsked, MANAGER_ALERT_MS } from '@lotsa/core';
import { whenDue } from './when-due.ts';
import type { Relay } from './sockets/relay.ts';

const BATCH = 200;

/** Hand-offs whose deadline passed: what nobody accepted comes back to its owner, what is late is told (H2, O6). */
export interface HandoffWatch {
  look(): Promise<void>;
}

/** Makes it. */
export function createHandoffWatch(relay: Relay): HandoffWatch {
  const { storage, now } = relay.context;
  return {
    async look() {
      for (const [watched, lateMs] of [
        ['owner', 0],
        ['manager', MANAGER_ALERT_MS],
      ] as const) {
        const { docs } = await storage.find('handoffs', {
          index: 'byDeadline',
          equals: { watched },
          range: { field: 'deadline', lte: now() - lateMs },
          limit: BATCH,
        });
        for (const handoff of docs) {
          const { conversationId, handoffId } = handoff;
          const command: Command = isAsked(handoff)
            ? { type: 'expireHandoff', handoffId }
            : { type: 'alertHandoff', handoffId, alerted: watched };
          const name = isAsked(handoff) ? 'expired' : `late-${watched}`;
          await whenDue(relay, conversationId, command, `${name}-${handoffId.slice(0, 50)}`);
        }
      }
    },
  };
}
