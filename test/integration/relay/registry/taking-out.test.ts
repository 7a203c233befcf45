import { createHash, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../support/pdf-reader.ts';
import { pdf } from '../../../support/pictures.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';
import { NAME, RegistryDesk, refOf, TEXT } from './desk.ts';

describe.each(storageKinds)('a record that is taken out on %s', { timeout: 90_000 }, (kind) => {
  let desk: RegistryDesk;
  beforeAll(async () => {
    desk = await RegistryDesk.open(kind);
  });
  afterAll(() => desk.close());

  it('[P6] of a secret record the queue says that it is there, and a registrar takes it out with a reason that is logged', async () => {
    const it = await desk.closed('register', { secret: true });
    const entry = (await desk.inQueue(it))!;
    expect(entry).toMatchObject({ subject: null, sender: null, registration: { secret: true } });
    expect(JSON.stringify(entry)).not.toContain(NAME);
    expect((await desk.packageOf('registrar-1', it)).status).toBe(422);
    await expect(desk.registrar.ask('record:read', { of: refOf(it), reason: null })).rejects.toThrow(
      'reason_needed',
    );
    expect(await desk.audited(it.id)).toEqual([]);
    expect((await desk.packageOf('registrar-1', it, 'Ska diarieföras')).status).toBe(200);
    expect(await desk.audited(it.id)).toMatchObject([
      { action: 'recordExported', reason: 'Ska diarieföras', actorId: 'registrar-1' },
    ]);
    // Nor does anybody else of the centre get it, owner apart.
    expect((await desk.packageOf('agent-02', it, 'Nyfiken')).status).toBe(403);
    expect((await desk.packageOf('manager-1', it, 'Nyfiken')).status).toBe(403);
    expect((await desk.packageOf('agent-01', it)).status).toBe(200);
  });

  it('[P7] a record is given out without what was blacked out, with its ground, and the same file can be had again', async () => {
    const it = await desk.closed('register');
    const path = `/api/records/conversation/${it.id}/releases`;
    const at = TEXT.indexOf(NAME);
    const asked = {
      redactions: [
        { part: 'entry:1', from: at, to: at + NAME.length },
        { part: 'fact:sender', from: 0, to: `${NAME}, kim@example.se`.length },
      ],
      internal: false,
      seq: it.seq,
      reason: 'Begäran från en journalist',
      ground: 'OSL 21 kap. 1 §',
    };
    expect((await desk.post('agent-01', path, { ...asked, ground: null })).status).toBe(400);
    expect(
      (await desk.post('agent-01', path, { ...asked, redactions: [{ part: 'entry:1', from: 0, to: 999 }] }))
        .status,
    ).toBe(400);
    expect((await desk.post('agent-02', path, asked)).status).toBe(403);
    const preview = await desk.post('agent-01', path, { ...asked, preview: true });
    expect(preview.status).toBe(200);
    expect(
      readPdf(Buffer.from(await preview.arrayBuffer()))
        .pages.flat()
        .join(''),
    ).toContain('FÖRHANDSVISNING');
    const owner = await desk.relay.staff('agent-01');
    const page = { of: refOf(it), after: null };
    expect((await owner.ask('releases:list', page)).releases).toEqual([]);

    const file = Buffer.from(await (await desk.post('agent-01', path, asked)).arrayBuffer());
    const read = readPdf(file);
    const [first, last] = NAME.split(' ') as [string, string];
    for (const word of [first, last, 'kim@example.se']) {
      expect(read.everything.includes(word)).toBe(false);
      expect(read.everything.includes(Buffer.from(word, 'utf16le').swap16())).toBe(false);
    }
    const drawn = read.pages.flat().join('');
    expect(drawn).not.toContain(last);
    expect(drawn).not.toContain('Ringde tillbaka');
    expect(drawn).toContain('och vill veta mer');
    expect(drawn).toContain('OSL 21 kap. 1 §');
    const [release] = (await owner.ask('releases:list', page)).releases;
    expect(release).toMatchObject({
      ...asked,
      by: { id: 'agent-01' },
      checksum: createHash('sha256').update(file).digest('hex'),
    });

    // What happened since does not change what was given out.
    await owner.ask('conversation:classify', {
      conversationId: it.id,
      id: randomUUID(),
      recordClass: 'case',
      reason: 'Hör till',
    });
    const again = await fetch(`${desk.relay.url}/api/releases/${release!.id}`, {
      headers: { Cookie: desk.cookies['agent-01']! },
    });
    expect(Buffer.from(await again.arrayBuffer())).toEqual(file);
    expect((await desk.audited(it.id)).map(({ action }) => action)).toEqual([
      'recordRead',
      'recordReleased',
      'recordClassed',
      'recordReleased',
    ]);
  });

  it('[P7] what is taken out needs a fresh proof of who it is', async () => {
    const it = await desk.closed('register');
    await desk.inQueue(it);
    desk.relay.clock.ahead = 6 * 60_000;
    try {
      for (const [path, body] of [
        ['package', { reason: null }],
        ['releases', { redactions: [], internal: true, seq: 1, reason: 'x', ground: null }],
      ] as const) {
        const refused = await desk.post('registrar-1', `/api/records/conversation/${it.id}/${path}`, body);
        expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
          403,
          'step_up',
        ]);
      }
    } finally {
      desk.relay.clock.ahead = 0;
    }
  });

  it('files are in the package as they came in, under names of their own', async () => {
    const visitor = await desk.relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Se ritning',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    const body = new FormData();
    body.set('id', randomUUID());
    body.set('file', new File([new Uint8Array(pdf())], '../../etc/a<b>.pdf', { type: 'application/pdf' }));
    const sent = await fetch(`${desk.relay.url}/api/conversations/${conversationId}/files`, {
      method: 'POST',
      headers: { Origin: desk.relay.url, Cookie: visitor.cookie },
      body,
    });
    expect(sent.status).toBe(201);
    const owner = await desk.relay.staff('agent-01');
    await owner.ask('conversation:claim', { conversationId, id: randomUUID() });
    const answer = await desk.post('agent-01', `/api/records/conversation/${conversationId}/package`, {
      reason: null,
    });
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Buffer.from(parts['filer/0002-a_b_.pdf']!)).toEqual(pdf());
    const drawn = readPdf(Buffer.from(parts['handling.pdf']!)).pages.flat().join('');
    expect(drawn).toContain(createHash('sha256').update(pdf()).digest('hex'));
  });
});
