import type { Namespace } from 'socket.io';

/**
 * Lets a namespace of a relay that is alone encode nothing that nobody is there to hear. Much is told to rooms that are
 * mostly empty: a visitor's other tabs, the owner of what has none.
 */
export function skipNobody({ adapter }: Pick<Namespace, 'adapter'>): void {
  const broadcast = adapter.broadcast.bind(adapter);
  const isIn = (id: string, rooms: ReadonlySet<string> = new Set()): boolean => {
    for (const room of rooms) if (adapter.sids.get(id)?.has(room)) return true;
    return false;
  };
  adapter.broadcast = (packet, options) => {
    if (options.rooms.size === 0) return broadcast(packet, options);
    for (const room of options.rooms) {
      for (const id of adapter.rooms.get(room) ?? []) {
        if (!isIn(id, options.except)) return broadcast(packet, options);
      }
    }
  };
}
