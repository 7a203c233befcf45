import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const script = process.env['MONGODB_TEST_CONTROL'];
const home = process.env['MONGODB_FOR_TESTS_DIR'] ?? '/var/tmp/mongodb-for-tests';
const PORT = '27118';
const run = promisify(execFile);

/** A MongoDB of the tests' own that they may kill, and freeze. */
export interface MongodbControl {
  /** Starts it where it does not run. @returns its URL. */
  start(): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Lets it hang: it takes connections and answers nothing. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The script that `MONGODB_TEST_CONTROL` names, for an instance besides the one that other tests use; undefined
 * without it. The script takes `start PORT`, `stop`, `kill`, `pause` and `resume`.
 */
export const mongodbControl: MongodbControl | undefined = script === undefined ? undefined : control(script);

function control(file: string): MongodbControl {
  const env = { ...process.env, MONGODB_FOR_TESTS_DIR: `${home}-faults`, MONGODB_FOR_TESTS_PG_PORT: '55433' };
  const say = async (...words: string[]): Promise<string> => (await run(file, words, { env })).stdout.trim();
  return {
    async start() {
      // What was killed a moment ago may still hold its memory, and then nothing else starts in its place.
      for (let tries = 1; ; tries += 1) {
        try {
          return await say('start', PORT);
        } catch (error) {
          if (tries === 10) throw error;
          await pause(1_000);
        }
      }
    },
    kill: async () => void (await say('kill')),
    pause: async () => void (await say('pause')),
    resume: async () => void (await say('resume')),
    stop: async () => void (await say('stop')),
  };
}
