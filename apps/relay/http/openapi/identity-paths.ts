import { HandOver, IdentityCode, IdentitySecretSeen } from '@lotsa/protocol';
import type * as protocol from '@lotsa/protocol';
import * as v from 'valibot';
import type { Describes } from './answers.ts';
import { CHANGES, type Operation, READS } from './operation.ts';

const KnownAs: Describes<protocol.KnownAs> = v.strictObject({
  by: v.picklist(['site', 'eid']),
  provider: v.string(),
  name: v.exactOptional(v.string()),
});

const HandedOver: Describes<protocol.HandedOver> = v.strictObject({
  identity: KnownAs,
  another: v.boolean(),
  token: v.exactOptional(v.string()),
});

const times = { madeAt: v.nullable(v.number()), previousUntil: v.nullable(v.number()) };
const State: Describes<protocol.IdentitySecretState> = v.strictObject(times);
const Made: Describes<protocol.IdentitySecretMade> = v.strictObject({ secret: v.string(), ...times });

const MAY = ['unauthenticated', 'forbidden', 'rate_limited', 'not_found'] as const;
const site = [{ name: 'site', description: 'Id of the site that embeds the widget.' }];

/** Who a visitor is by the site's word, and what the site signs it with. */
export const identityOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/sites/{site}/identity': {
    post: {
      summary: 'The page around the panel vouches for the visitor by a signed token (rules I1, I2).',
      parameters: site,
      body: HandOver,
      answer: { status: 200, description: 'As whom the visitor is known now.', json: HandedOver },
      errors: [...CHANGES, 'unauthenticated', 'rate_limited', 'identity_refused'],
    },
    delete: {
      summary: 'The visitor is nobody again (rule I3).',
      parameters: site,
      answer: { status: 204, description: 'It is.' },
      errors: [...CHANGES, 'unauthenticated', 'rate_limited'],
    },
  },
  '/api/sites/{site}/identity/code': {
    post: {
      summary: 'The visitor was identified in another window, which showed a code (rule I4).',
      parameters: site,
      body: IdentityCode,
      answer: { status: 200, description: 'As whom the visitor is known now.', json: HandedOver },
      errors: [...CHANGES, 'unauthenticated', 'rate_limited', 'identity_refused'],
    },
  },
  '/api/identity-secrets/{site}': {
    get: {
      summary: 'Since when a site may vouch for its visitors; for administrators.',
      parameters: site,
      answer: { status: 200, description: 'Since when.', json: State },
      errors: [...MAY, ...READS],
      signedIn: true,
    },
    post: {
      summary: 'Make a new secret, told once; the one before is taken for another day. For administrators.',
      parameters: site,
      body: IdentitySecretSeen,
      answer: { status: 201, description: 'The secret.', json: Made },
      errors: [...CHANGES, ...MAY, 'step_up', 'changed_meanwhile'],
      signedIn: true,
    },
  },
  '/api/identity-secrets/{site}/remove': {
    post: {
      summary: 'Take no tokens of this site any more; for administrators.',
      parameters: site,
      body: IdentitySecretSeen,
      answer: { status: 204, description: 'None is taken.' },
      errors: [...CHANGES, ...MAY, 'step_up', 'changed_meanwhile'],
      signedIn: true,
    },
  },
});
