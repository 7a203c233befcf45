import { randomUUID } from 'node:crypto';
import type { Conversation, RecordClass } from '@lotsa/protocol';
import { type StaffWire, signIn } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import type { StorageKind } from '../../../support/storage-kinds.ts';
import { openingBy, writing } from '../../../support/written-conversation.ts';

const PASSWORD = 'correct horse battery';
export const DAY_MS = 24 * 60 * 60 * 1000;
/** Who asked, and what. */
export const NAME = 'Kim Hemligsson';
export const TEXT = `Jag heter ${NAME} och vill veta mer`;

export const refOf = ({ id }: Conversation) => ({ type: 'conversation', id }) as const;

/** A relay with those who have to do with what is registered. */
export class RegistryDesk {
  readonly relay: TestRelay;
  /** Of sessions that ask over HTTP, by user. */
  readonly cookies: Record<string, string>;
  readonly registrar: StaffWire;
  readonly manager: StaffWire;
  readonly admin: StaffWire;

  private constructor(
    relay: TestRelay,
    cookies: Record<string, string>,
    registrar: StaffWire,
    manager: StaffWire,
    admin: StaffWire,
  ) {
    this.relay = relay;
    this.cookies = cookies;
    this.registrar = registrar;
    this.manager = manager;
    this.admin = admin;
  }

  static async open(kind: StorageKind): Promise<RegistryDesk> {
    const relay = await TestRelay.start(kind);
    const like = (await relay.storage.get('users', 'agent-01'))!;
    await relay.storage.insert('users', [{ ...like, id: 'admin-1', role: 'administrator' }]);
    const cookies: Record<string, string> = {};
    for (const user of ['registrar-1', 'manager-1', 'agent-01', 'agent-02'])
      cookies[user] = await signIn(relay.url, user, PASSWORD);
    return new RegistryDesk(
      relay,
      cookies,
      await relay.staff('registrar-1'),
      await relay.staff('manager-1'),
      await relay.staff('admin-1'),
    );
  }

  close = (): Promise<void> => this.relay.close();

  /** A closed conversation of agent-01; of nobody who said what it is when it has no class. */
  async closed(recordClass: RecordClass | null, { secret = false } = {}): Promise<Conversation> {
    const visitorId = randomUUID();
    const contact = { name: NAME, email: 'kim@example.se' };
    const opening = openingBy(visitorId, { contact, ...(secret ? { secret } : {}) });
    const agent = {
      type: 'staff',
      user: (await this.relay.storage.get('users', 'agent-01'))!,
    } as const;
    const say = writing(this.relay.storage);
    await say({ type: 'visitor', visitorId }, { type: 'start', opening, text: TEXT });
    await say(agent, { type: 'claim', load: 0, capacity: 9 });
    await say(agent, { type: 'sendNote', text: 'Ringde tillbaka' });
    const close = { type: 'close', outcome: 'answered', topicId: 'bygglov' } as const;
    const { conversation } = recordClass
      ? await say(agent, { ...close, recordClass })
      : await say({ type: 'system' }, close);
    return conversation;
  }

  /** What the registrar's queue says of it. */
  async inQueue({ id }: Conversation, state: 'waiting' | 'registered' | 'erased' | 'dismissed' = 'waiting') {
    const { entries } = await this.registrar.ask('registrations:list', { state, after: null });
    return entries.find(({ registration }) => registration.of.id === id);
  }

  post = (user: string, path: string, body: object): Promise<Response> =>
    fetch(this.relay.url + path, {
      method: 'POST',
      headers: {
        Origin: this.relay.url,
        Cookie: this.cookies[user] ?? '',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });

  packageOf = (user: string, { id }: Conversation, reason: string | null = null): Promise<Response> =>
    this.post(user, `/api/records/conversation/${id}/package`, { reason });

  audited = async (subjectId: string) =>
    (await this.relay.storage.find('audit', { index: 'bySubject', equals: { subjectId }, limit: 50 })).docs;
}
