import type { PublicAnswer, PublicGuide, SearchHit } from '@lotsa/protocol';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as described from '../../../../apps/relay/http/openapi/knowledge-answers.ts';
import { createHelpCounts } from '../../../../apps/relay/knowledge/help-counts.ts';
import { runRelay } from '../running-relay.ts';

async function hitsOf(response: Response): Promise<SearchHit[]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as { hits: SearchHit[] }).hits;
}

describe('the open search', () => {
  it('finds the guide for a question in other words, as it is described', async () => {
    const { ask } = await runRelay();
    const response = await ask('/api/sites/ekhamra/search?q=f%C3%A5r%20jag%20bygga%20altan&lang=sv');
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const answer: unknown = await response.json();
    expect(v.safeParse(described.SearchHits, answer).issues).toBeUndefined();
    expect((answer as { hits: SearchHit[] }).hits[0]).toMatchObject({ kind: 'guide', id: 'g1' });
  });

  it('says nothing rather than something that does not fit, and counts what it did not find, masked', async () => {
    const { ask, context } = await runRelay();
    const search = (query: string): Promise<Response> =>
      ask(`/api/sites/ekhamra/search?q=${encodeURIComponent(query)}&asked=1`);
    expect(await hitsOf(await search('pannkaksrecept till 19121212-1212'))).toEqual([]);
    await search('Pannkaksrecept, till 191212121212!');
    await ask('/api/sites/ekhamra/search?q=halvskrivet');
    const { docs } = await context.storage.find('searchMisses', {
      index: 'bySite',
      equals: { siteId: 'ekhamra' },
      limit: 10,
    });
    expect(docs.map(({ query }) => query).join()).not.toMatch(/\d/);
    expect(docs.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('names the field that is wrong', async () => {
    const { ask } = await runRelay();
    for (const query of ['', '?q=', `?q=${'x'.repeat(400)}`]) {
      const response = await ask(`/api/sites/ekhamra/search${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { code: 'invalid_payload', data: { field: 'q' } },
      });
    }
    expect((await ask('/api/sites/annan/search?q=hej')).status).toBe(404);
  });
});

describe('guides and answers', () => {
  it('are given whole, in the reader’s language or in Swedish', async () => {
    const { ask } = await runRelay();
    const english = (await (await ask('/api/sites/ekhamra/guides/g1?lang=en')).json()) as PublicGuide;
    expect(v.safeParse(described.PublicGuide, english).issues).toBeUndefined();
    expect(english).toMatchObject({ language: 'en', title: 'Building permit step by step', outdated: false });
    const arabic = (await (await ask('/api/sites/ekhamra/guides/g1?lang=ar')).json()) as PublicGuide;
    expect(arabic).toMatchObject({ language: 'sv', title: 'Bygglov steg för steg' });
    const answer = (await (await ask('/api/sites/ekhamra/answers/q01?lang=en')).json()) as PublicAnswer;
    expect(v.safeParse(described.PublicAnswer, answer).issues).toBeUndefined();
    expect(answer).toMatchObject({ language: 'en', question: 'When is my waste collected?' });
    expect((await ask('/api/sites/ekhamra/guides/g99')).status).toBe(404);
  });

  it('are counted as helpful by day, also by many at once, and only when they exist', async () => {
    const { post, context } = await runRelay();
    const said = (what: object, path = 'helped'): Promise<Response> =>
      post(`/api/sites/ekhamra/${path}`, what);
    const answers = await Promise.all(Array.from({ length: 8 }, () => said({ kind: 'guide', id: 'g1' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await said({ kind: 'guide', id: 'g1' }, 'not-helped')).status).toBe(204);
    expect((await said({ kind: 'guide', id: 'g99' })).status).toBe(404);
    expect((await said({ kind: 'page', id: 'g1' })).status).toBe(400);
    const all = { index: 'bySite', equals: { siteId: 'ekhamra' }, limit: 10 } as const;
    const { docs } = await context.storage.find('helpCounts', all);
    expect(docs).toMatchObject([{ subjectId: 'g1', helped: 8, notHelped: 1 }]);
    // What is told is of thirty days; a quarter later nothing of it is there.
    const late = createHelpCounts({ ...context, now: () => Date.now() + 90 * 86_400_000 }, () => undefined);
    await late.removeOld();
    expect(await context.storage.count('helpCounts', all)).toBe(0);
  });
});

describe('what search engines are told', () => {
  it('has each page in the languages that it is written in, and no other', async () => {
    const { ask } = await runRelay();
    const headOf = async (path: string): Promise<string> => (await ask(path)).text();
    const alternates = (html: string): string[] =>
      [...html.matchAll(/rel="alternate" hreflang="([^"]+)"/g)].map(([, tag]) => tag ?? '');
    // Written in Swedish and English: in Arabic it is the Swedish page, under the Swedish address.
    const arabic = await headOf('/guides/ekhamra/g1?lang=ar');
    expect(alternates(arabic)).toEqual(['sv', 'en', 'x-default']);
    expect(arabic).toMatch(/rel="canonical" href="[^"]*g1\?lang=sv"/);
    expect(alternates(await headOf('/guides/ekhamra'))).toEqual(['sv', 'en', 'fi', 'ar', 'x-default']);
    const map = await headOf('/guides/sitemap.xml');
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
    expect(addresses.filter((address) => address.includes('/answers/q01?'))).toHaveLength(2);
    // What it names is there, is its own page, and may be kept.
    for (const address of addresses.filter((_, at) => at % 10 === 0)) {
      const { pathname, search } = new URL(address);
      const html = await headOf(pathname + search);
      expect(html).toContain(`rel="canonical" href="${address}"`);
      expect(html).not.toContain('noindex');
    }
  });
});
