import { recall } from '@lotsa/core';
import type { Localised, Site } from '@lotsa/protocol';
import type { Request } from 'express';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv, type Words } from './sv.ts';
import { easy } from './sv-x-easy.ts';

/** The pages' words by language. To add a language, add its file and name it here. */
const WORDS: Readonly<Record<string, Words>> = { sv, en, ar, fi, 'sv-x-easy': easy };

/** One language of a page: its words, and how it writes dates and texts of the site. */
export interface Language {
  tag: string;
  dir: 'ltr' | 'rtl';
  words: Words;
  /** The text in this language, or in the nearest there is. */
  say: (text: Localised) => string;
  /** "tisdag 24 november 2026", at the site. */
  date: (at: number) => string;
  /** The same with the time of the day. */
  dateTime: (at: number) => string;
}

/** The languages of a site that its pages can be written in; Swedish always. */
export const languagesOf = (site: Pick<Site, 'languages'> | undefined): string[] => {
  const known = (site?.languages ?? Object.keys(WORDS)).filter((tag) => Object.hasOwn(WORDS, tag));
  return known.includes('sv') ? known : ['sv', ...known];
};

/** What a language calls itself. */
export const nameOf = (tag: string): string => (WORDS[tag] ?? sv).name;

/**
 * Intl knows no easy Swedish. Arabic readers in Sweden meet western digits everywhere else, English ones days before months and
 * the clock of 24 hours.
 */
const LOCALES: Readonly<Record<string, string>> = { 'sv-x-easy': 'sv', ar: 'ar-u-nu-latn', en: 'en-GB' };

interface Formats {
  date: Intl.DateTimeFormat;
  dateTime: Intl.DateTimeFormat;
}

/** Making one takes longer than all the rest of a mail. */
const FORMATS = new Map<string, Formats>();
const FORMATS_KEPT = 100;

const formatsOf = (locale: string, timeZone: string): Formats =>
  recall(FORMATS, FORMATS_KEPT, `${locale} ${timeZone}`, () => ({
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
    dateTime: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
  }));

/** The language of a tag, with the clock of the site. */
export function languageOf(tag: string, site?: Pick<Site, 'hours'>): Language {
  const known = Object.hasOwn(WORDS, tag) ? tag : 'sv';
  const formats = formatsOf(LOCALES[known] ?? known, site?.hours.timeZone ?? 'Europe/Stockholm');
  return {
    tag: known,
    dir: known === 'ar' ? 'rtl' : 'ltr',
    words: WORDS[known] ?? sv,
    say: (text) => text[known] ?? text[known.split('-', 1)[0] ?? 'sv'] ?? text.sv,
    date: (at) => formats.date.format(at),
    dateTime: (at) => formats.dateTime.format(at),
  };
}

/** The language of a request: the one asked for by `?lang=`, else what the browser prefers, among the site's. */
export function languageFor(
  request: Pick<Request, 'query' | 'acceptsLanguages'>,
  site: Site | undefined,
): Language {
  const offered = languagesOf(site);
  const { lang } = request.query;
  if (typeof lang === 'string' && offered.includes(lang)) return languageOf(lang, site);
  return languageOf(request.acceptsLanguages(offered) || 'sv', site);
}
