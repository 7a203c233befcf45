import { ask, AskError, type Asking, type NearHosts } from '../outbound/ask.ts';
import { answered, statusIn, Taken } from './answers.ts';
import { type Connector, ConnectorError } from './connector.ts';

const TIMEOUT_MS = 30_000;
/** What is answered is a few words. */
const ANSWER_BYTES = 64 * 1024;

/**
 * Hands records over by HTTP: `POST url` with the record as JSON is answered with `{ "id": "…" }`, and `GET url/{id}` with what has
 * become of it: `{ "state": "received" }`, `{ "state": "registered", "number": "KS 2026/123" }` or
 * `{ "state": "refused", "reason": "…" }`. `Idempotency-Key` is the record's id.
 * @param token goes along as `Authorization: Bearer`; null for none.
 */
export function httpConnector(url: string, token: string | null, nearHosts: NearHosts): Connector {
  async function asked(asking: Pick<Asking, 'url' | 'method' | 'signal'> & Partial<Asking>): Promise<string> {
    const headers = {
      Accept: 'application/json',
      'User-Agent': 'Lotsa',
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...asking.headers,
    };
    try {
      const { status, body } = await ask(
        { timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_BYTES, ...asking, headers },
        nearHosts,
      );
      if (status >= 200 && status < 300) return body;
      // What is wrong with the record stays wrong; a wrong token, a limit and a fault of theirs can be mended.
      throw new ConnectorError(String(status), status === 400 || status === 413 || status === 422);
    } catch (error) {
      if (error instanceof AskError) throw new ConnectorError(error.code);
      throw error;
    }
  }
  return {
    async deliver(record, signal) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': record.id };
      const body = JSON.stringify(record);
      return answered(Taken, await asked({ url, method: 'POST', signal, headers, body })).id;
    },
    async status(externalId, signal) {
      const at = `${url.replace(/\/$/, '')}/${encodeURIComponent(externalId)}`;
      return statusIn(await asked({ url: at, method: 'GET', signal }));
    },
  };
}
