import { checkForm, findPersonalNumbers } from '@lotsa/core';
import { FormField, LIMITS } from '@lotsa/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import ekhamra from '../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../apps/relay/seed/municipality.ts';

const { forms, departments } = readMunicipality(ekhamra);
const fault = forms.find(({ id }) => id === 'felanmalan')!;

const label = { sv: 'Fält' };
const field = (given: object): FormField => v.parse(FormField, { name: 'it', label, ...given });
const checkOne = (given: object, answer: unknown) =>
  checkForm({ fields: [field(given)] }, { answers: { it: answer } });
const ruleOf = (given: object, answer: unknown): string | null => {
  const checked = checkOne(given, answer);
  return checked.ok ? null : (checked.errors[0]?.rule ?? null);
};

describe('a form that is filled in', () => {
  it('is taken, trimmed and without what was left empty', () => {
    const answers = {
      category: 'light',
      description: ' Trasig \r\nlampa ',
      locationText: 'Torget',
      assetId: '  ',
    };
    expect(checkForm(fault, { answers })).toEqual({
      ok: true,
      value: { category: 'light', description: 'Trasig \nlampa', locationText: 'Torget' },
    });
  });

  it('is refused field by field, in their order', () => {
    const checked = checkForm(fault, {
      answers: { category: 'volcano', noticedAt: 'i går', dangerous: 'on' },
    });
    expect(checked).toEqual({
      ok: false,
      errors: [
        { field: 'category', rule: 'option' },
        { field: 'description', rule: 'required' },
        { field: 'locationText', rule: 'required' },
        { field: 'noticedAt', rule: 'datetime' },
      ],
    });
  });

  it('asks for what a tick shows only while it is ticked', () => {
    const answers = { category: 'light', description: 'Trasig', locationText: 'Torget', email: 'fel' };
    expect(checkForm(fault, { answers })).toMatchObject({ ok: true });
    const ticked = { ...answers, wantsReply: 'true' };
    expect(checkForm(fault, { answers: ticked })).toMatchObject({
      errors: [{ field: 'email', rule: 'email' }],
    });
    expect(checkForm(fault, { answers: { ...ticked, email: '' } })).toMatchObject({
      errors: [{ field: 'email', rule: 'require_one_of' }],
    });
    expect(checkForm(fault, { answers: { ...ticked, email: '', phone: '070-123 45 67' } })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    [{ type: 'text', maxLength: 5 }, 'fem!!', null],
    [{ type: 'text', maxLength: 5 }, 'sex!!!', 'too_long'],
    [{ type: 'textarea' }, 'a'.repeat(LIMITS.text + 1), 'too_long'],
    [{ type: 'email' }, 'kim@example.se', null],
    [{ type: 'email' }, 'kim@example', 'email'],
    [{ type: 'tel' }, '+46 (0)70-123 45 67', null],
    [{ type: 'tel' }, 'ring mig', 'phone'],
    [{ type: 'date' }, '2026-02-28', null],
    [{ type: 'date' }, '2026-02-30', 'date'],
    [{ type: 'date' }, '2026-13-01', 'date'],
    [{ type: 'datetime' }, '2026-11-21T14:30', null],
    [{ type: 'datetime' }, '2026-11-21T25:00', 'datetime'],
    [{ type: 'text', required: true }, ' \u202e ', 'required'],
    [{ type: 'text', required: true }, ['many'], 'required'],
    [{ type: 'boolean', required: true }, 'no', 'required'],
  ])('checks %j: %j is %s', (given, answer, rule) => {
    expect(ruleOf(given, answer)).toBe(rule);
  });

  it('offers the departments that there are', () => {
    const ids = departments.map(({ id }) => id);
    const fields = [field({ type: 'select', optionsFrom: 'departments' })];
    expect(checkForm({ fields }, { answers: { it: 'TEF' }, departments: ids }).ok).toBe(true);
    expect(checkForm({ fields }, { answers: { it: 'XXX' }, departments: ids }).ok).toBe(false);
  });

  it('counts and weighs files', () => {
    const given = { type: 'file', accept: ['image/png'], maxFiles: 1, maxBytes: 100 };
    const png = { id: 'file-000000000000000', name: 'a.png', type: 'image/png' as const, size: 100 };
    const rule = (files: (typeof png | (Omit<typeof png, 'type'> & { type: 'application/pdf' }))[]) => {
      const checked = checkForm({ fields: [field(given)] }, { answers: {}, files: { it: files } });
      return checked.ok ? null : checked.errors[0]?.rule;
    };
    expect(rule([png])).toBeNull();
    expect(rule([png, png])).toBe('too_many_files');
    expect(rule([{ ...png, size: 101 }])).toBe('file_too_large');
    expect(rule([{ ...png, type: 'application/pdf' }])).toBe('file_type');
  });

  it('[P2] keeps no personal number that was written in a text', () => {
    const checked = checkOne({ type: 'textarea' }, 'Jag är 19121212-1212.');
    expect(checked).toMatchObject({
      ok: true,
      value: { it: expect.not.stringContaining('1212-1212') as string },
    });
  });
});

describe('whatever a form is filled in with', () => {
  const names = fault.fields.map(({ name }) => name);
  const answer = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.constantFrom(
      'true',
      'on',
      'light',
      '',
      '2026-11-21T10:00',
      '19121212-1212',
      'kim@example.se',
      '070-1234567',
    ),
    fc.jsonValue(),
  );
  const filled = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), answer);

  it('what is taken is only the form’s, shown, within its limits and without personal numbers', () => {
    fc.assert(
      fc.property(filled, (answers) => {
        const checked = checkForm(fault, { answers });
        if (!checked.ok) {
          expect(checked.errors.length).toBeGreaterThan(0);
          expect(names).toEqual(expect.arrayContaining(checked.errors.map((error) => error.field)));
          return;
        }
        for (const [name, value] of Object.entries(checked.value)) {
          const its = fault.fields.find((each) => each.name === name)!;
          expect(its).toBeDefined();
          if (its.showIf?.['wantsReply']) expect(checked.value['wantsReply']).toBe(true);
          if (its.type === 'text' || its.type === 'textarea') {
            expect(String(value).length).toBeLessThanOrEqual(its.maxLength ?? LIMITS.text);
            expect(findPersonalNumbers(String(value))).toEqual([]);
          }
        }
      }),
    );
  });

  it('what was taken is taken again, and stays as it is', () => {
    fc.assert(
      fc.property(filled, (answers) => {
        const complete = { category: 'light', description: 'Trasig', locationText: 'Torget', ...answers };
        const once = checkForm(fault, { answers: complete });
        if (once.ok) expect(checkForm(fault, { answers: once.value })).toEqual(once);
      }),
    );
  });
});
