import { LotsaError } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { refuseWeak } from '../../../../apps/relay/sign-in/weak-passwords.ts';

const NAMES = ['agent-07', 'Maja Lindqvist', 'Ekhamra kommun', 'lotsa'];

function ruleOf(password: string): string | null {
  try {
    refuseWeak(password, NAMES);
    return null;
  } catch (error) {
    if (!(error instanceof LotsaError) || error.answer.code !== 'invalid_payload') throw error;
    expect(error.answer.data.field).toBe('password');
    return error.answer.data.rule;
  }
}

describe('a password', () => {
  it.each([
    'password1234',
    'Sommar2026!!',
    'sommar202620',
    'L0senord2026',
    'Välkommen2026',
    'aaaaaaaaaaaa',
    '123456789012',
    'qwertyuiopåa',
    'abcabcabcabc',
    'hejhejhejhej',
    '1q2w3e4r5t6y',
    'zxcvbnmasdfgh',
    'stockholm123',
    'P@ssw0rd12345',
  ])('%s is guessed early', (password) => {
    expect(ruleOf(password)).toBe('password_common');
  });

  it.each([
    'ekhamra2026!',
    'MajaLindqvist1',
    'lindqvist-maja',
    'EkhamraKommun',
    'Agent-07-Maja',
    'ekhamrasommar',
  ])('%s is made of names', (password) => {
    expect(ruleOf(password)).toBe('password_named');
  });

  it.each([
    'korrekt häst batteri',
    'fyra gröna stolar flyger',
    'Kx7!mPq29sLw',
    'majas cykel rostar vid bryggan',
    'tjugofyra-lampor-i-ekhamra',
    'vintergatan över åkern',
  ])('%s holds', (password) => {
    expect(ruleOf(password)).toBeNull();
  });
});
