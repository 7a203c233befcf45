import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { statusIn } from './answers.ts';
import { type Connector, ConnectorError } from './connector.ts';

/** An answer is a few words. */
const ANSWER_BYTES = 64 * 1024;

/**
 * Hands records over as files: `{folder}/out/{id}.json` is the record, whole as soon as it is there (it is written under another name
 * and renamed). What has become of it is read from `{folder}/in/{id}.json`, in the same words as over HTTP; until there is such
 * a file it is received. The other system may move or remove both when the number has come back.
 */
export function folderConnector(folder: string): Connector {
  const failed = (error: unknown): never => {
    const code = (error as { code?: unknown } | null)?.code;
    throw new ConnectorError(typeof code === 'string' ? code : 'EFAULT');
  };
  return {
    async deliver(record) {
      // A name on any system, whatever the id is made of.
      const name = `${record.case.number}-${createHash('sha256').update(record.id).digest('hex').slice(0, 12)}`;
      try {
        await mkdir(join(folder, 'out'), { recursive: true });
        await mkdir(join(folder, 'in'), { recursive: true });
        const [draft, whole] = [join(folder, 'out', `.${name}.part`), join(folder, 'out', `${name}.json`)];
        const file = await open(draft, 'w', 0o640);
        try {
          await file.writeFile(`${JSON.stringify(record, null, 2)}\n`);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, whole);
      } catch (error) {
        failed(error);
      }
      return name;
    },
    async status(externalId) {
      const path = join(folder, 'in', `${externalId}.json`);
      const text = await readFile(path, 'utf8').catch((error: unknown) =>
        (error as { code?: unknown }).code === 'ENOENT' ? null : failed(error),
      );
      if (text === null) return { state: 'received' };
      if (text.length > ANSWER_BYTES) throw new ConnectorError('EANSWER');
      return statusIn(text);
    },
  };
}
