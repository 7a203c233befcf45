import type { PublicAnswer, PublicGuide, SearchHit } from '@lotsa/protocol';
import { LIMITS } from '@lotsa/protocol';

/** What a suggestion opens, whichever kind it is of. */
export interface Article {
  /** The language it is written in. */
  readonly language: string;
  readonly title: string;
  /** What comes before the steps, or the whole answer. */
  readonly text: string;
  readonly steps: readonly string[];
  /** The web page that says more. */
  readonly url: string | null;
}

const api = (site: string, path: string): string => `/api/sites/${encodeURIComponent(site)}/${path}`;

async function fetched<Value>(url: string, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(url, { credentials: 'omit', ...(signal && { signal }) });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Value;
}

/** What may answer a question that is being written. @param question with its personal numbers masked (rule P2). */
export async function askGuides(
  site: string,
  question: string,
  lang: string,
  signal: AbortSignal,
): Promise<SearchHit[]> {
  const query = new URLSearchParams({ q: question.slice(0, LIMITS.searchQuery), lang });
  return (await fetched<{ hits: SearchHit[] }>(api(site, `search?${query}`), signal)).hits;
}

/** Counts a question that was sent and that nothing was found for: what the guides lack. Its failing is not told. */
export function countMissed(site: string, question: string, lang: string): void {
  const query = new URLSearchParams({ q: question.slice(0, LIMITS.searchQuery), lang, asked: '1' });
  fetch(api(site, `search?${query}`), { credentials: 'omit', keepalive: true }).catch(() => undefined);
}

/** The whole text behind a suggestion. @throws when it cannot be fetched. */
export async function openHit(site: string, { kind, id }: SearchHit, lang: string): Promise<Article> {
  const query = `${encodeURIComponent(id)}?${new URLSearchParams({ lang })}`;
  if (kind === 'answer') {
    const { language, question, answer, guideId } = await fetched<PublicAnswer>(
      api(site, `answers/${query}`),
    );
    const guide =
      guideId && (await openHit(site, { kind: 'guide', id: guideId } as SearchHit, lang).catch(() => null));
    return { language, title: question, text: answer, steps: [], url: (guide || null)?.url ?? null };
  }
  const { language, title, intro, steps, url } = await fetched<PublicGuide>(api(site, `guides/${query}`));
  return { language, title, text: intro ?? '', steps, url };
}

/** Counts whether it answered the question; nothing says who asked. Of no use to the visitor, so its failing is not told. */
export function judge(site: string, { kind, id }: SearchHit, helped: boolean): void {
  fetch(api(site, helped ? 'helped' : 'not-helped'), {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, id }),
  }).catch(() => undefined);
}
