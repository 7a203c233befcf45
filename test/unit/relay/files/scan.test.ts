import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../../../apps/relay/files/scan.ts';
import { createFileStore } from '../../../../apps/relay/files/store.ts';

const ID = '0123456789abcdef0123456789abcdef';

describe('a file that comes in', () => {
  let folder: string;
  /** A scanner that finds "EICAR", and fails at "ERROR". */
  let scanner: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsa-scan-'));
    scanner = join(folder, 'scanner');
    writeFileSync(scanner, '#!/bin/sh\ngrep -q ERROR "$1" && exit 2\ngrep -q EICAR "$1" && exit 1\nexit 0\n');
    chmodSync(scanner, 0o700);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const kept = (store: string): string[] =>
    readdirSync(join(folder, store), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it('is kept when the scanner finds nothing, under its id', async () => {
    const store = createFileStore(join(folder, 'clean'));
    await store.write(ID, Buffer.from('harmless'), (path) => scan(scanner, path));
    expect(kept('clean')).toEqual([ID]);
    const read: Buffer[] = [];
    for await (const chunk of store.read(ID)) read.push(chunk as Buffer);
    expect(Buffer.concat(read).toString()).toBe('harmless');
    await store.remove(ID);
    expect(kept('clean')).toEqual([]);
  });

  it.each([
    ['is found to be infected', 'EICAR', 'scanner', 'file_infected'],
    ['could not be looked at', 'ERROR', 'scanner', 'file_unchecked'],
    ['has no scanner where there should be one', 'harmless', 'missing', 'file_unchecked'],
  ])('is not kept when it %s', async (_what, content, program, rule) => {
    const store = createFileStore(join(folder, rule));
    const written = store.write(ID, Buffer.from(content), (path) => scan(join(folder, program), path));
    await expect(written).rejects.toMatchObject({ rule });
    expect(kept(rule)).toEqual([]);
  });

  it('is never named by anything but an id of ours', async () => {
    const store = createFileStore(folder);
    expect(() => store.read('../../etc/passwd')).toThrow(RangeError);
    await expect(store.write('../x', Buffer.from(''), async () => undefined)).rejects.toThrow(RangeError);
  });
});
