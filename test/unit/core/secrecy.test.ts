import { accessOf, type Actor, staffConversation } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anna,
  begun,
  bo,
  claim,
  claimed,
  histories,
  mia,
  sara,
  sten,
  system,
  ulla,
  visitor,
} from '../../support/histories.ts';

const staff = [anna, bo, sara, sten, ulla, mia];
const secret = { type: 'setSecrecy', secret: true, protectedIdentity: false } as const;

describe('secrecy', () => {
  it('[P6] is set by the owner, and closes it to the rest of the centre', () => {
    const history = claimed();
    expect(history.refusal(bo, secret)).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(visitor, secret)).toMatchObject({ code: 'forbidden' });
    history.do(anna, secret);
    expect(accessOf(anna, history.is)).toMatchObject({ read: true, decide: true });
    expect(accessOf(bo, history.is)).toEqual({
      exists: true,
      read: false,
      note: false,
      write: false,
      decide: false,
    });
    expect(history.refusal(mia, { type: 'close', outcome: 'answered', topicId: 'bygglov' })).toMatchObject({
      code: 'forbidden',
    });
    expect(history.refusal(mia, { type: 'assign', user: { id: 'bo', name: 'Bo' } })).toBeNull();
  });

  it('[P6] protected identity is always secret', () => {
    const history = claimed();
    history.do(anna, { ...secret, secret: false, protectedIdentity: true });
    expect(history.is).toMatchObject({ secret: true, protectedIdentity: true });
  });

  it('[P6] the glass is broken by a manager, with a reason, for that manager alone', () => {
    const history = claimed();
    const glass = { type: 'breakGlass', reason: 'Klagomål' } as const;
    expect(history.refusal(mia, glass)).toMatchObject({ code: 'wrong_status' });
    history.do(anna, secret);
    expect(history.refusal(bo, glass)).toMatchObject({ code: 'forbidden' });
    expect(history.do(mia, glass)).toMatchObject({ audience: 'staff', event: { reason: 'Klagomål' } });
    expect(accessOf(mia, history.is)).toMatchObject({ read: true, note: true, write: false, decide: false });
    expect(accessOf(bo, history.is).read).toBe(false);
    // Four hours, and also of what is closed by then.
    const mend = { type: 'mendGlass', userId: 'mia' } as const;
    history.do(anna, { type: 'close', outcome: 'answered', topicId: 'bygglov' });
    expect(history.refusal(mia, mend)).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(system, mend)).toMatchObject({ code: 'wrong_status' });
    history.now = history.is.glass[0]!.until;
    expect(history.do(system, mend)).toMatchObject({ audience: 'staff', event: { type: 'glassMended' } });
    expect(accessOf(mia, history.is).read).toBe(false);
    history.do(mia, glass);
    expect(accessOf(mia, history.is)).toMatchObject({ read: true, note: false });
  });

  it('[P6] [R2] whoever claims it from the queue reads it then, and not before', () => {
    const history = claimed();
    history.do(anna, secret);
    history.do(anna, { type: 'release' });
    expect(staff.map((actor) => accessOf(actor, history.is).read)).not.toContain(true);
    history.do(bo, claim);
    expect(accessOf(bo, history.is).read).toBe(true);
    expect(accessOf(anna, history.is).read).toBe(false);
  });

  it('[P6] nothing that was written in it is shown to whoever does not read it', () => {
    const written =
      /bygglov för ett uterum|"Hej"|Får hon bygga|utanför detaljplan|Inte vårt|kim@example|"visitor-0|\/bygglov"/;
    expect(JSON.stringify(begun().is)).toMatch(written);
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...staff),
        ({ is }, actor: Extract<Actor, { type: 'staff' }>) => {
          const { exists, read } = accessOf(actor, is);
          const seen = staffConversation(actor, is);
          expect(seen !== null).toBe(exists);
          if (!read) expect(JSON.stringify(seen)).not.toMatch(written);
          if (is.protectedIdentity && is.ownerId !== actor.user.id) expect(seen?.contact ?? null).toBeNull();
        },
      ),
    );
  });
});
