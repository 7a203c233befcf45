import { languageName } from '@lotsa/core';
import { Language } from '@lotsa/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';

it('a language is called by its name in the language of the reader', () => {
  expect(['sv', 'ar', 'sv-x-easy', 'en-GB'].map((tag) => languageName(tag, 'sv'))).toEqual([
    'svenska',
    'arabiska',
    'lätt svenska',
    'brittisk engelska',
  ]);
  expect(['fi', 'sv-x-easy'].map((tag) => languageName(tag, 'en'))).toEqual(['Finnish', 'easy Swedish']);
});

it('whatever tag a visitor may send has a name: a list of questions is never broken by one', () => {
  // Well-formed for the wire, and no language for Intl (RFC 5646, 2.2.6: a singleton has a subtag behind it).
  expect(v.is(Language, 'en-a')).toBe(true);
  expect(languageName('en-a', 'sv')).toBe('en-a');
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/), (tag) => {
      expect(languageName(tag, 'sv')).not.toBe('');
    }),
  );
});
