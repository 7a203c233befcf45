const MINUTE = 60_000;

/** What is not delivered after this is given up (RFC 5321, 4.5.4.1: four to five days). */
export const GIVE_UP_MS = 4 * 24 * 60 * MINUTE;

/** How long to wait after so many tries: soon at first, for a server that restarts, then ever more seldom. */
export const waitAfter = (tries: number): number =>
  ([1, 5, 15, 30, 60, 120][Math.max(0, tries - 1)] ?? 240) * MINUTE;

/** Why a try failed. `permanent`: the same mail would be refused again. */
export interface Refusal {
  permanent: boolean;
  /** The server's reply code, or a word for what went wrong on the way; nothing of whom or what. */
  error: string;
}

/**
 * What an error of the mail library means. Only a refused recipient or message is for ever (RFC 5321, 4.2.1: 5yz); a server
 * that is down, refuses our password or hangs up is our trouble, and the mail waits until it is mended.
 */
export function refusalOf(error: unknown): Refusal {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const word = typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code) ? code : 'EFAULT';
  if (typeof responseCode !== 'number') return { permanent: word === 'EENVELOPE', error: word };
  const refused =
    (word === 'EENVELOPE' || word === 'EMESSAGE') && responseCode >= 500 && responseCode !== 503;
  return { permanent: refused, error: String(responseCode) };
}
