import { randomUUID } from 'node:crypto';
import type { GuideContent } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

const HOUR = 60 * 60 * 1_000;

describe.each(storageKinds)('guides on %s', { timeout: 60_000 }, (kind) => {
  let relay: TestRelay;
  let editor: StaffWire;
  let specialist: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    editor = await relay.staff('webeditor-1');
    specialist = await relay.staff('specialist-sbf');
  });
  afterAll(() => relay.close());

  const content = (change: Partial<GuideContent> = {}): GuideContent => ({
    departmentId: 'SBF',
    title: { sv: 'Riva ett hus', en: 'Demolish a house' },
    intro: {},
    steps: { sv: ['Sök rivningslov i e-tjänsten'], en: ['Apply for a demolition permit'] },
    url: null,
    ...change,
  });
  const page = async (path: string): Promise<{ status: number; html: string }> => {
    const response = await fetch(relay.url + path);
    return { status: response.status, html: await response.text() };
  };
  /** Writes a guide and has it approved. */
  async function publish(
    id: string,
    what: GuideContent,
    publishAt = 0,
    confirmed: string[] = [],
  ): Promise<void> {
    const { draft } = await editor.ask('guide:get', { id }).catch(() => ({ draft: null }));
    const saved = await editor.ask('guide:save', {
      id,
      content: what,
      confirmed,
      revision: draft?.revision ?? null,
    });
    const sent = await editor.ask('guide:act', {
      id,
      action: { type: 'submit' },
      revision: saved.draft!.revision,
    });
    const action = { type: 'approve', publishAt } as const;
    await specialist.ask('guide:act', { id, action, revision: sent.draft!.revision });
  }

  it('go from draft to the web by the department’s yes, and are found and read there', async () => {
    const id = `riva-${kind}`;
    const saved = await editor.ask('guide:save', { id, content: content(), confirmed: [], revision: null });
    expect(saved).toMatchObject({ guide: null, draft: { state: 'draft', revision: 1 } });
    expect((await page(`/guides/ekhamra/${id}`)).status).toBe(404);
    expect(
      await specialist.answer('guide:save', { id, content: content(), confirmed: [], revision: 1 }),
    ).toMatchObject({
      error: { code: 'forbidden' },
    });
    const revision = saved.draft!.revision;
    expect(
      await editor.answer('guide:act', { id, action: { type: 'approve', publishAt: 0 }, revision }),
    ).toMatchObject({ error: { code: 'forbidden' } });
    const sent = await editor.ask('guide:act', { id, action: { type: 'submit' }, revision });
    const back = await specialist.ask('guide:act', {
      id,
      action: { type: 'sendBack', comment: 'Skriv vad det kostar' },
      revision: sent.draft!.revision,
    });
    expect(back.draft).toMatchObject({ state: 'draft', comment: 'Skriv vad det kostar' });
    await publish(
      id,
      content({ steps: { sv: ['Sök rivningslov. Det kostar 3 000 kronor.'], en: ['Apply'] } }),
    );
    const { html } = await page(`/guides/ekhamra/${id}?lang=sv`);
    expect(html).toContain('3 000 kronor');
    expect(html).toMatch(/rel="canonical" href="[^"]*\/guides\/ekhamra\/riva-\w+\?lang=sv"/);
    expect((await page('/guides/ekhamra?lang=sv&q=rivningslov')).html).toContain(
      `/guides/ekhamra/${id}?lang=sv`,
    );
    expect((await page('/guides/sitemap.xml')).html).toMatch(
      new RegExp(`/guides/ekhamra/${id}\\?lang=en</loc><lastmod>\\d{4}-`),
    );
  });

  it('are published when their time comes, and not before', async () => {
    const id = `later-${kind}`;
    await publish(id, content(), Date.now() + HOUR);
    await relay.sweep();
    expect((await page(`/guides/ekhamra/${id}`)).status).toBe(404);
    relay.clock.ahead = 2 * HOUR;
    await relay.sweep();
    expect((await page(`/guides/ekhamra/${id}`)).status).toBe(200);
    // Nothing is published twice by another look.
    await relay.sweep();
    relay.clock.ahead = 0;
    expect((await editor.ask('guide:get', { id })).versions).toHaveLength(1);
  });

  it('mark a translation that the Swedish text has left behind, until it is changed or confirmed', async () => {
    const id = `stale-${kind}`;
    await publish(id, content());
    await publish(id, content({ steps: { sv: ['Något nytt'], en: ['Apply for a demolition permit'] } }));
    const outdated = 'Something may be out of date';
    expect((await page(`/guides/ekhamra/${id}?lang=en`)).html).toContain(outdated);
    expect((await page(`/guides/ekhamra/${id}?lang=sv`)).html).not.toContain('Something');
    await publish(id, content({ steps: { sv: ['Något nytt'], en: ['Apply for a demolition permit'] } }), 0, [
      'en',
    ]);
    expect((await page(`/guides/ekhamra/${id}?lang=en`)).html).not.toContain(outdated);
  });

  it('keep what they said before, to begin from again; and go from the web and back', async () => {
    const id = `again-${kind}`;
    await publish(id, content({ steps: { sv: ['Först'] }, title: { sv: 'Riva' } }));
    await publish(id, content({ steps: { sv: ['Sedan'] }, title: { sv: 'Riva' } }));
    const { versions } = await editor.ask('guide:get', { id });
    expect(versions.map(({ version, steps }) => [version, steps['sv']])).toEqual([
      [2, ['Sedan']],
      [1, ['Först']],
    ]);
    const restored = await editor.ask('guide:act', {
      id,
      action: { type: 'restore', version: 1 },
      revision: null,
    });
    expect(restored.draft).toMatchObject({ state: 'draft', steps: { sv: ['Först'] }, basedOn: 2 });
    await editor.ask('guide:act', { id, action: { type: 'discard' }, revision: restored.draft!.revision });
    await editor.ask('guide:act', { id, action: { type: 'withdraw', withdrawn: true }, revision: null });
    expect((await page(`/guides/ekhamra/${id}`)).status).toBe(404);
    await editor.ask('guide:act', { id, action: { type: 'withdraw', withdrawn: false }, revision: null });
    expect((await page(`/guides/ekhamra/${id}`)).status).toBe(200);
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: id },
      limit: 50,
    });
    expect(docs.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'guideWritten',
        'guideSubmitted',
        'guideApproved',
        'guideWithdrawn',
        'guideRestored',
      ]),
    );
  });

  it('two editors do not write over each other, and what does not fit is named', async () => {
    const id = `race-${kind}`;
    const save = () => editor.answer('guide:save', { id, content: content(), confirmed: [], revision: null });
    const codes = (await Promise.all([save(), save()])).map((answer) =>
      answer.ok ? 'ok' : answer.error.code,
    );
    expect(codes.toSorted()).toEqual(['changed_meanwhile', 'ok']);
    for (const [wrong, field] of [
      [{ title: { sv: ' ' } }, 'content.title.sv'],
      [{ title: { sv: 'Ja', fi: 'Kyllä' } }, 'content.steps'],
      [{ url: 'javascript:alert(1)' }, 'content.url'],
    ] as const) {
      const bad = { id, content: content(wrong), confirmed: [], revision: 1 };
      expect(await editor.answer('guide:save', bad)).toMatchObject({
        error: { code: 'invalid_payload', data: { field } },
      });
    }
  });

  it('are said to have helped without script, and only from our own page', async () => {
    const form = (origin: string) =>
      fetch(`${relay.url}/guides/ekhamra/g1?lang=en`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'helped=no',
      });
    const answer = await form(relay.url);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/guides/ekhamra/g1?lang=en&thanks=no#helped');
    expect((await form('https://other.example')).status).toBe(403);
    const { entries } = await editor.ask('guides:list', {});
    expect(entries.find(({ guide }) => guide?.id === 'g1')).toMatchObject({ helped: 0, notHelped: 1 });
  });

  it('synonyms change what is found at once', async () => {
    const find = async (): Promise<string> =>
      (await fetch(`${relay.url}/api/sites/ekhamra/search?q=skrotbil&asked=1`)).text();
    expect(await find()).toBe('{"hits":[]}');
    const { lists } = await editor.ask('synonyms:list', {});
    const swedish = lists.find(({ id }) => id === 'sv')!;
    const groups = [...swedish.groups, ['skrotbil', 'parkeringsanmärkning']];
    const { revision } = swedish;
    await editor.ask('synonyms:save', { language: 'sv', groups, revision });
    expect(await find()).toContain('q09');
    expect(await editor.answer('synonyms:save', { language: 'sv', groups, revision })).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
  });
});

describe.each(storageKinds)('earlier answers on %s', { timeout: 60_000 }, (kind) => {
  let relay: TestRelay;
  let agent: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    agent = await relay.staff('agent-01');
  });
  afterAll(() => relay.close());

  async function answered(
    question: string,
    answer: string,
    topicId: string,
    secret = false,
  ): Promise<string> {
    const conversationId = randomUUID();
    const visitor = await relay.visitor();
    const start = { conversationId, id: randomUUID(), text: question, language: 'sv', page: null };
    await visitor.ask('conversation:start', { ...start, topicId, departmentId: null, contact: null });
    const change = () => ({ conversationId, id: randomUUID() });
    await agent.ask('conversation:claim', change());
    await agent.ask('message:send', { ...change(), kind: 'note', text: 'hemlig anteckning om flaggstång' });
    await agent.ask('message:send', { ...change(), kind: 'text', text: answer });
    if (secret)
      await agent.ask('conversation:mark-secret', { ...change(), secret: true, protectedIdentity: false });
    await agent.ask('conversation:close', { ...change(), outcome: 'answered', topicId });
    return conversationId;
  }
  const found = async (wire: StaffWire, question: string): Promise<string[]> =>
    (await wire.ask('answers:search', { question, language: 'sv' })).answers.map(({ subject }) => subject);

  it('[P6] are found by those who may read them, and never when they are secret', async () => {
    const open = await answered(
      'Får jag sätta upp en flaggstång?',
      'Flaggstänger behöver inget bygglov.',
      'bygglov',
    );
    const secret = await answered('Flaggstång hos socialtjänsten', 'Svar om flaggstänger', 'bygglov', true);
    await relay.sweep();
    expect(await found(agent, 'behövs lov för flaggstänger')).toEqual([open]);
    expect(await found(agent, 'hemlig anteckning')).toEqual([]);
    expect(await found(await relay.staff('specialist-ubf'), 'flaggstång')).toEqual([]);
    expect(await found(await relay.staff('webeditor-1'), 'flaggstång')).toEqual([]);
    expect(await relay.storage.get('passages', `conversation:${secret}`)).toBeUndefined();
    const { earlier, hits } = await agent.ask('knowledge:suggest', {
      question: 'En flaggstång, kräver den bygglov?',
      language: 'sv',
    });
    expect(earlier.map(({ subject }) => subject)).toEqual([open]);
    expect(hits[0]).toEqual({ kind: 'guide', id: 'g1' });
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: 'answers' },
      limit: 9,
    });
    expect(docs.length).toBeGreaterThan(0);
  });

  it('are forgotten when what they are of is gone', async () => {
    const gone = {
      id: 'conversation:gone-conversation-1',
      of: 'conversation',
      subject: 'gone-conversation-1',
      siteId: 'ekhamra',
      language: 'sv',
      topicId: null,
      departmentId: null,
      at: 1,
      question: 'Var ligger isbanan?',
      answer: 'Vid skolan.',
      words: ['sop'],
    } as const;
    await relay.storage.insert('passages', [{ ...gone, words: [...gone.words] }]);
    expect(await found(agent, 'soporna')).toEqual([]);
    expect(await relay.storage.get('passages', gone.id)).toBeUndefined();
  });
});
