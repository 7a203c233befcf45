import type { OpeningHours } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { chatOffer } from '../../../packages/core/offer.ts';

const office: [string, string][] = [['08:00', '17:00']];
const hours: OpeningHours = {
  timeZone: 'Europe/Stockholm',
  weekly: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
  eveClosesAt: null,
  exceptions: [],
  languages: { fi: { mon: [], tue: [['09:00', '12:00']], wed: [], thu: [], fri: [], sat: [], sun: [] } },
};
const at = (iso: string): number => Date.parse(`${iso}+01:00`);
const noon = at('2027-02-01T12:00');
const night = at('2027-02-01T20:00');
const closing = { at: at('2027-02-01T17:00'), opens: false };
const opening = { at: at('2027-02-02T08:00'), opens: true };

describe('the offer', () => {
  it('[R4] chat when it is open and an agent is there', () => {
    expect(chatOffer({ hours, override: null, now: noon, availableAgents: 1 })).toEqual({
      chat: true,
      open: true,
      reason: 'open',
      nextChange: closing,
    });
  });

  it('[R4] the form when nobody is there', () => {
    expect(chatOffer({ hours, override: null, now: noon, availableAgents: 0 })).toEqual({
      chat: false,
      open: true,
      reason: 'noAgent',
      nextChange: closing,
    });
  });

  it.each([0, 3])('[R4] the form when it is closed, with %i agents', (availableAgents) => {
    expect(chatOffer({ hours, override: null, now: night, availableAgents })).toEqual({
      chat: false,
      open: false,
      reason: 'closed',
      nextChange: opening,
    });
  });

  it('[R5] by the hours of the language', () => {
    const offer = chatOffer({ hours, override: null, now: noon, availableAgents: 1, language: 'fi' });
    expect(offer).toMatchObject({
      reason: 'closed',
      nextChange: { at: at('2027-02-02T09:00'), opens: true },
    });
  });

  it('[R4] a manager closes until a time', () => {
    const until = noon + 3_600_000;
    const closed = { hours, override: { state: 'closed', until }, availableAgents: 1 } as const;
    expect(chatOffer({ ...closed, now: noon })).toEqual({
      chat: false,
      open: false,
      reason: 'closed',
      nextChange: { at: until, opens: true },
    });
    expect(chatOffer({ ...closed, now: until })).toMatchObject({ chat: true, nextChange: closing });
  });

  it('[R4] a manager keeps open until a time', () => {
    const until = night + 3_600_000;
    const open = { hours, override: { state: 'open', until }, availableAgents: 1 } as const;
    expect(chatOffer({ ...open, now: night })).toMatchObject({
      chat: true,
      nextChange: { at: until, opens: false },
    });
    expect(chatOffer({ ...open, now: night, availableAgents: 0 })).toMatchObject({
      chat: false,
      reason: 'noAgent',
    });
  });

  it('[R4] nothing changes when the override ends in what the hours say', () => {
    const override = { state: 'closed', until: night } as const;
    expect(chatOffer({ hours, override, now: noon, availableAgents: 1 }).nextChange).toEqual(opening);
  });

  it('[R4] an override without an end changes only when it is taken back', () => {
    const override = { state: 'open', until: null } as const;
    expect(chatOffer({ hours, override, now: night, availableAgents: 1 })).toEqual({
      chat: true,
      open: true,
      reason: 'open',
      nextChange: null,
    });
  });
});
