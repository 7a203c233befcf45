import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Municipality } from '@lotsa/protocol';
import { openEmbedded } from '@lotsa/storage/embedded';
import { expect, it, onTestFinished } from 'vitest';
import { withSbin } from '../../support/program.ts';

const ekhamra = JSON.parse(readFileSync('apps/relay/seed/ekhamra.json', 'utf8')) as Municipality;

it('[P7] takes a file into an empty store after a look, lets an administrator in, and names what does not fit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.json');
  const run = (file: object, ...args: string[]) => {
    writeFileSync(path, JSON.stringify(file));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/import.ts', path, ...args],
      { encoding: 'utf8', env: { PATH: withSbin(), DATA_DIR: join(folder, 'data'), DEMO: '0' } },
    );
    return { status, text: stdout + stderr };
  };
  const [first, ...others] = ekhamra.topics;
  const wrong = { ...ekhamra, topics: [{ ...first, departmentId: 'XXX' }, ...others] };
  expect(run(wrong, '--apply')).toEqual({
    status: 1,
    text: 'The file does not fit.\ntopics.0.departmentId: unknown\n',
  });
  const looked = run(ekhamra);
  expect(looked.status).toBe(2);
  expect(looked.text).toContain('new      sites:ekhamra');
  const taken = run(ekhamra, '--apply');
  expect(taken.text).toMatch(/Taken in\.\nadministrator-1 .*#token=\S{20,}\n$/);
  expect(taken.status).toBe(0);
  const storage = await openEmbedded({ file: join(folder, 'data', 'lotsa.db') });
  expect(await storage.get('topics', first!.id)).toMatchObject({ id: first!.id });
  const { docs } = await storage.find('audit', {
    index: 'bySubject',
    equals: { subjectId: 'settings' },
    limit: 5,
  });
  expect(docs).toMatchObject([{ action: 'settingsImported', actorId: 'npm-run-import' }]);
  await storage.close();
}, 120_000);
