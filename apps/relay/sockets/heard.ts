import type { Conversation, StaffFacts } from '@lotsa/protocol';
import type { AdapterFactory } from './server.ts';

/** What comes from another relay (`ClusterMessage` of socket.io-adapter): to be emitted here, too. */
interface Told {
  data?: { packet?: { data?: unknown } };
}
interface Receiving {
  onMessage(message: Told, offset?: string): void;
}

/** An adapter that also says of which conversations other relays have told this relay's clients. */
export function hearing(make: AdapterFactory, hear: (conversation: Conversation) => void): AdapterFactory {
  // Socket.IO calls it with `new`, which an arrow function would refuse.
  return function adapterOf(namespace) {
    const adapter = make(namespace);
    const receiving = adapter as unknown as Receiving;
    const onMessage = receiving.onMessage.bind(adapter);
    receiving.onMessage = (message, offset) => {
      onMessage(message, offset);
      const packet = message.data?.packet?.data;
      if (!Array.isArray(packet)) return;
      if (packet[0] === 'conversation:changed')
        hear((packet[1] as StaffFacts['conversation:changed']).conversation);
      if (packet[0] === 'conversations:changed')
        (packet[1] as StaffFacts['conversations:changed']).conversations.forEach(hear);
    };
    return adapter;
  };
}
