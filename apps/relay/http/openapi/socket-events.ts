import { type StaffFacts, staffRequests, type VisitorFacts, visitorRequests } from '@lotsa/protocol';
import type { GenericSchema } from 'valibot';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchema } from './json-schema.ts';

const VISITOR_FACTS: Record<keyof VisitorFacts, string> = {
  'message:sent': 'A message was added that the visitor may see.',
  'marks:raised': 'Somebody received or read more.',
  'typing:changed': 'A member of the staff began or stopped writing.',
  'queue:moved': 'The place in the queue changed.',
  'offer:changed': 'Chat is offered now, or no more.',
  'banners:changed': 'The important messages of the site, as they are now.',
  'identity:changed': 'As whom the visitor is known in this browser, or that it is nobody any more.',
  'relay:draining': 'The relay goes down: connect again after the time it gives.',
};

const STAFF_FACTS: Record<keyof StaffFacts, string> = {
  'message:sent': 'A message was added to a conversation that is open in this console.',
  'conversation:changed': 'A conversation of the lists, as it is now.',
  'conversations:changed': 'Several conversations of the lists, as they are now.',
  'handoff:changed': 'A hand-off that concerns this user was requested or has ended.',
  'note:addressed': 'A colleague wrote a note for this user.',
  'board:changed': 'The live board, for managers who watch it.',
  'marks:raised': 'Somebody received or read more.',
  'typing:changed': 'Somebody else began or stopped writing.',
  'case:changed': 'A case of the lists, as it is now.',
  'conversation:promised':
    'By when the case of a conversation is promised an answer; null when it has ended.',
  'case:alerted': 'The promised date of a case that this user answers for is near, or has passed.',
  'colleague:changed': 'A colleague came, left or changed availability.',
  'settings:changed': 'Something was set up anew: ask for what a console starts from again.',
  'session:ended': 'The session was ended elsewhere, or ran out.',
  'relay:draining': 'The relay goes down: connect again after the time it gives.',
};

/** A namespace of Socket.IO: what can be asked of it, with the schema of each payload, and what it tells. */
export interface SocketEvents {
  description: string;
  requests: Record<string, { payload: JsonSchema }>;
  facts: Record<string, { description: string }>;
}

/** The socket events of the relay, by namespace: OpenAPI has no word for them, so they go in an extension. */
export function socketEvents(): Record<string, SocketEvents> {
  return {
    '/visitor': {
      description: 'A visitor’s panel. Each request is acknowledged with `{ ok, value }` or `{ ok, error }`.',
      requests: payloads(visitorRequests),
      facts: descriptions(VISITOR_FACTS),
    },
    '/staff': {
      description: 'A console, by its session cookie. Requests are acknowledged as in `/visitor`.',
      requests: payloads(staffRequests),
      facts: descriptions(STAFF_FACTS),
    },
  };
}

function payloads(requests: Record<string, GenericSchema>): SocketEvents['requests'] {
  return Object.fromEntries(
    Object.entries(requests).map(([name, schema]) => [name, { payload: jsonSchema(schema) }]),
  );
}

function descriptions(facts: Record<string, string>): SocketEvents['facts'] {
  return Object.fromEntries(Object.entries(facts).map(([name, description]) => [name, { description }]));
}
