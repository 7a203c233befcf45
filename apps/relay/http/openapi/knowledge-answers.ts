import * as protocol from '@lotsa/protocol';
import * as v from 'valibot';
import type { Describes } from './answers.ts';

const SearchHit: Describes<protocol.SearchHit> = v.strictObject({
  kind: protocol.HitKind,
  id: protocol.Slug,
  title: v.string(),
  excerpt: v.string(),
  language: protocol.Language,
  url: v.nullable(v.string()),
});

export const SearchHits = v.strictObject({ hits: v.array(SearchHit) });

export const PublicGuide: Describes<protocol.PublicGuide> = v.strictObject({
  id: protocol.Slug,
  language: protocol.Language,
  title: v.string(),
  intro: v.nullable(v.string()),
  steps: v.array(v.string()),
  url: v.nullable(v.string()),
  outdated: v.boolean(),
  languages: v.array(protocol.Language),
  publishedAt: v.nullable(protocol.Time),
});

export const PublicAnswer: Describes<protocol.PublicAnswer> = v.strictObject({
  id: protocol.Slug,
  language: protocol.Language,
  question: v.string(),
  answer: v.string(),
  languages: v.array(protocol.Language),
  guideId: v.nullable(protocol.Slug),
});
