import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, type StaffWire, staffSocket, visit, visitorSocket } from '../support/clients.ts';
import { type Comparison, median } from './figures.ts';
import { each } from './load.ts';
import { ServerProcess } from './server-process.ts';

const AGENTS = 50;
const SHORT = 10;
const LONG = 1_000;
/** Claims by each agent at each length. */
const ROUNDS = 2;

/** How long a claim takes while ten wait, and while a thousand do; each time fifty agents look on. */
export async function claims(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
  const server = await ServerProcess.start('lotsa', 'at', folder);
  const { url } = server;
  const agents = await each(Array.from({ length: AGENTS }), async (_, i) => {
    const wire = await staffSocket(
      url,
      await signIn(url, `agent-${String(i + 1).padStart(2, '0')}`, DEMO_PASSWORD),
    );
    wire.socket.offAny();
    return wire;
  });
  const waiting: string[] = [];

  async function ask(): Promise<void> {
    const wire = await visitorSocket(url, (await visit(url)).cookie);
    const conversationId = randomUUID();
    const asked = {
      conversationId,
      id: randomUUID(),
      text: 'När hämtas soporna?',
      language: 'sv',
      page: null,
    };
    const contact = { email: 'kim@example.se' };
    await wire.ask('conversation:start', { ...asked, topicId: null, departmentId: null, contact });
    waiting.push(conversationId);
    wire.close();
  }

  async function claimed(agent: StaffWire): Promise<number> {
    const conversationId = waiting.shift() ?? '';
    const began = performance.now();
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    const took = performance.now() - began;
    const over = { outcome: 'answered', topicId: 'avfall' } as const;
    await agent.ask('conversation:close', { conversationId, id: randomUUID(), ...over });
    await ask();
    return took;
  }

  async function atLength(length: number): Promise<number> {
    await each(Array.from({ length: length - waiting.length }), ask);
    for (const agent of agents) await claimed(agent); // warms up
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const agent of agents) took.push(await claimed(agent));
    return median(took);
  }

  const reference = await atLength(SHORT);
  const lotsa = await atLength(LONG);
  for (const agent of agents) agent.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      figure: `a claim by one of ${AGENTS} agents while ${LONG.toLocaleString('en')} wait (reference: ${SHORT} wait)`,
      unit: 'ms',
      lotsa,
      reference,
      target: '≤ 1.5',
    },
  ];
}
