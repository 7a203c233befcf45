import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { evolve } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { openEmbedded } from '@lotsa/storage/embedded';
import { expect, it } from 'vitest';
import { messagesOf } from './read-all.ts';
import { newId } from './samples.ts';

const CHILD = fileURLToPath(new URL('appending-child.ts', import.meta.url));

/** Lets a process append until it has acknowledged so many messages, and kills it in the middle of the next ones. */
async function appendUntilKilled(
  file: string,
  conversationIds: string[],
  acknowledgements: number,
): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, ...conversationIds], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const lines: string[] = [];
  // what was written before the end still comes, and was acknowledged
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === acknowledgements) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return lines;
}

it(
  '[D1] has every acknowledged message once and in its place after each of several kill -9',
  { timeout: 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotsa-kill-'));
    const file = join(folder, 'lotsa.db');
    const conversationIds = [newId(), newId(), newId()];
    const acknowledged: string[] = [];
    for (const after of [1, 40, 333]) {
      acknowledged.push(
        ...(await appendUntilKilled(file, conversationIds, after + Math.floor(Math.random() * after))),
      );
      const storage = await openEmbedded({ file });
      const stored: string[] = [];
      for (const id of conversationIds) {
        const messages = await messagesOf(storage, id);
        expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
        expect(await storage.load(id)).toEqual(messages.reduce<Conversation | undefined>(evolve, undefined));
        stored.push(...messages.map((message) => `${id} ${message.id} ${message.seq}`));
      }
      await storage.close();
      expect(new Set(stored.map((one) => one.split(' ')[1])).size).toBe(stored.length);
      const kept = new Set(stored);
      expect(acknowledged.filter((one) => !kept.has(one))).toEqual([]);
    }
    await rm(folder, { recursive: true });
  },
);
