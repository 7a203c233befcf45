import { PublicEServices } from '@lotsa/protocol';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { runRelay } from '../running-relay.ts';

it(
  'offers what can be done on the web about a topic, in the reader’s language where there is such a text',
  { timeout: 30_000 },
  async () => {
    const { ask } = await runRelay();
    const of = async (query: string) => {
      const response = await ask(`/api/sites/ekhamra/e-services?${query}`);
      return v.parse(PublicEServices, await response.json()).services;
    };
    const url = 'https://www.ekhamra.example/e/bygglov';
    expect(await of('topic=bygglov&lang=en')).toEqual([
      { id: 'bygglov', name: 'Apply for a building permit', language: 'en', url },
    ]);
    expect(await of('topic=bygglov&lang=so')).toMatchObject([{ name: 'Ansök om bygglov', language: 'sv' }]);
    expect(await of('topic=badvatten')).toEqual([]);
    const wrong = await ask('/api/sites/ekhamra/e-services?topic=');
    expect(await wrong.json()).toMatchObject({ error: { data: { field: 'topic' } } });
    expect((await ask('/api/sites/none/e-services?topic=bygglov')).status).toBe(404);
  },
);
