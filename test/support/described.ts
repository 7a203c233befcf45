import type { ErrorCode } from '@lotsa/protocol';
import * as v from 'valibot';
import { OPERATIONS } from '../../apps/relay/http/openapi/paths.ts';
import { STATUSES } from '../../apps/relay/http/statuses.ts';

const ADDRESSES = Object.entries(OPERATIONS).map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  methods,
}));

/** @throws Error when a real answer of the relay is not one that the description of its HTTP interface gives. */
export async function expectDescribed(method: string, address: string, response: Response): Promise<void> {
  const { pathname } = new URL(address, 'http://relay');
  const operation = ADDRESSES.find(({ pattern }) => pattern.test(pathname))?.methods[method.toLowerCase()];
  if (!operation) return;
  const undescribed = (what: unknown): Error =>
    new Error(`${method} ${pathname} is not as described: ${response.status} ${JSON.stringify(what)}`);
  // Whoever asked still reads it.
  const body = (): Promise<unknown> => response.clone().json();

  const answer = [operation.answer, operation.otherAnswer].find((it) => it?.status === response.status);
  if (answer) {
    const issues = answer.json && v.safeParse(answer.json, await body()).issues;
    if (issues) throw undescribed(v.flatten(issues));
    return;
  }
  const { error } = (await body()) as { error?: { code: ErrorCode } };
  const known = error && operation.errors?.includes(error.code) && STATUSES[error.code] === response.status;
  if (!known) throw undescribed(error);
}
