import {
  CodeGiven,
  type ErrorCode,
  NewPassword,
  PasskeyMade,
  PasskeyNamed,
  PasskeyUsed,
  PasswordGiven,
  SessionNamed,
  SetPassword,
  SignIn,
  SignInPolicy,
  UserNamed,
} from '@lotsa/protocol';
import { type GenericSchema, nullable } from 'valibot';
import { Me } from './answers.ts';
import { CHANGES, type Operation, READS } from './operation.ts';
import {
  AccountSecurity,
  RecoveryCodes,
  SignedOut,
  SignInSettings,
  SignInWays,
  StepUpState,
  TotpOffer,
  UserSignIn,
} from './sign-in-answers.ts';

type Operations = Record<string, Record<string, Operation>>;

const IN = { status: 200, description: 'Who is signed in now.', json: Me };
const OPTIONS = {
  status: 200,
  description: 'Options for the browser (W3C WebAuthn).',
  type: 'application/json',
};
const CODES = {
  status: 200,
  description: 'Recovery codes, told once; none where there were some before.',
  json: RecoveryCodes,
};
const done = (description: string) => ({ status: 204, description });

/** Something that whoever is signed in does about its own sign-in. */
const own = (
  summary: string,
  answer: Operation['answer'],
  body?: GenericSchema,
  errors: ErrorCode[] = [],
): { post: Operation } => ({
  post: {
    summary,
    ...(body && { body }),
    answer,
    signedIn: true,
    errors: [...CHANGES, 'unauthenticated', 'rate_limited', ...errors],
  },
});
const stepUp = (by: string, body: GenericSchema) =>
  own(`Prove once more who sits there, by ${by}.`, done('It holds for five minutes.'), body, [
    'wrong_credentials',
  ]);

/** Something that administrators do. */
const administrators = (summary: string, body: GenericSchema, errors: ErrorCode[]): Operation => ({
  summary,
  body,
  answer: done('Done.'),
  signedIn: true,
  errors: [...CHANGES, 'unauthenticated', 'forbidden', 'rate_limited', ...errors],
});

const session: Operations = {
  '/api/sign-in': {
    get: {
      summary: 'How somebody can sign in here.',
      answer: { status: 200, description: 'The ways.', json: SignInWays },
    },
  },
  '/api/session': {
    post: {
      summary:
        'Sign in. The session is an HttpOnly cookie that lasts 12 hours. `second_factor` and `enrol_factor` say what is still ' +
        'needed, within ten minutes.',
      body: SignIn,
      answer: IN,
      errors: [...CHANGES, 'wrong_credentials', 'second_factor', 'enrol_factor', 'rate_limited'],
    },
    get: {
      summary: 'Who is signed in.',
      answer: {
        status: 200,
        description: 'The member of the staff; null when nobody is.',
        json: nullable(Me),
      },
      errors: READS,
      asWho: true,
    },
    delete: {
      summary: 'Sign out. The consoles of this session are told.',
      answer: done('Signed out, or was not signed in.'),
      otherAnswer: {
        status: 200,
        description: 'Signed out here; `goTo` is where to sign out of the municipality’s own sign-in.',
        json: SignedOut,
      },
      errors: ['foreign_origin', ...READS],
    },
  },
  '/api/session/code': {
    post: {
      summary: 'The second half of a sign-in, by a code of the app or a recovery code.',
      body: CodeGiven,
      answer: IN,
      errors: [...CHANGES, 'unauthenticated', 'wrong_credentials', 'rate_limited'],
    },
  },
  '/api/session/passkey/options': {
    post: {
      summary: 'What a passkey has to sign: for the second half of a sign-in, or for a whole one.',
      answer: OPTIONS,
      errors: ['not_found', 'foreign_origin', 'rate_limited', ...READS],
    },
  },
  '/api/session/passkey': {
    post: {
      summary: 'Sign in by a passkey, or the second half of it.',
      body: PasskeyUsed,
      answer: IN,
      errors: [...CHANGES, 'not_found', 'unauthenticated', 'wrong_credentials', 'rate_limited'],
    },
  },
  '/api/session/sso': {
    get: {
      summary:
        'To the municipality’s own sign-in (OpenID Connect), where there is one. The query `again` proves once more who sits there.',
      query: [{ name: 'again', description: 'Given, with any value: for whoever is signed in already.' }],
      answer: { status: 302, description: 'To the provider, or to the console with what went wrong.' },
      errors: ['not_found', 'unauthenticated', 'rate_limited', ...READS],
    },
  },
  '/api/session/sso/callback': {
    get: {
      summary: 'Back from the municipality’s own sign-in.',
      query: [
        { name: 'code', description: 'As the provider gave it.' },
        { name: 'state', description: 'As it was given to the provider.' },
      ],
      answer: { status: 302, description: 'To the console.' },
      errors: ['not_found', 'rate_limited', ...READS],
    },
  },
  '/api/password': {
    post: {
      summary: 'Set a password by a one-time link. Sign-ins from before end.',
      body: SetPassword,
      answer: { status: 200, description: 'Whose password it is.', json: Me },
      errors: [...CHANGES, 'not_found', 'rate_limited'],
    },
  },
};

const account: Operations = {
  '/api/account/security': {
    get: {
      summary: 'How safe one’s own sign-in is: factors, and the sign-ins that go on.',
      answer: { status: 200, description: 'Factors and sign-ins.', json: AccountSecurity },
      errors: ['unauthenticated', ...READS],
      signedIn: true,
    },
  },
  '/api/account/step-up': {
    get: {
      summary: 'Whether a proof was given within five minutes, and by what it can be.',
      answer: { status: 200, description: 'Whether.', json: StepUpState },
      errors: ['unauthenticated', ...READS],
      signedIn: true,
    },
  },
  '/api/account/step-up/password': stepUp('the password', PasswordGiven),
  '/api/account/step-up/code': stepUp('a code', CodeGiven),
  '/api/account/step-up/passkey/options': own('What a passkey has to sign.', OPTIONS, undefined, [
    'not_found',
  ]),
  '/api/account/step-up/passkey': stepUp('a passkey', PasskeyUsed),
  '/api/account/password': own(
    'Change one’s password. One’s other sign-ins end.',
    done('It is changed.'),
    NewPassword,
    ['forbidden', 'step_up'],
  ),
  '/api/account/totp': own(
    'Begin to set up an app that makes codes.',
    { status: 200, description: 'What the app needs.', json: TotpOffer },
    undefined,
    ['step_up'],
  ),
  '/api/account/totp/confirm': own('The app works: its first code.', CODES, CodeGiven, ['step_up']),
  '/api/account/totp/remove': own('Take the app away.', done('It is gone.'), undefined, ['step_up']),
  '/api/account/recovery-codes': own(
    'New recovery codes; those from before hold no more.',
    CODES,
    undefined,
    ['not_found', 'step_up'],
  ),
  '/api/account/passkeys/options': own('What a new passkey is made of.', OPTIONS, undefined, [
    'not_found',
    'step_up',
  ]),
  '/api/account/passkeys': own('Keep a passkey that the browser made.', CODES, PasskeyMade, [
    'not_found',
    'step_up',
  ]),
  '/api/account/passkeys/remove': own('Take a passkey away.', done('It is gone.'), PasskeyNamed, [
    'not_found',
    'step_up',
  ]),
  '/api/account/sessions/end': own(
    'End one of one’s sign-ins, or all others.',
    done('They have ended.'),
    SessionNamed,
    ['not_found'],
  ),
};

const settings: Operations = {
  '/api/sign-in-settings': {
    get: {
      summary: 'Who has to have two factors, and the municipality’s own sign-in; for administrators.',
      answer: { status: 200, description: 'The settings.', json: SignInSettings },
      errors: ['unauthenticated', 'forbidden', 'rate_limited', ...READS],
      signedIn: true,
    },
    post: administrators('Say whose role has to have two factors.', SignInPolicy, ['step_up']),
  },
  '/api/users/{user}/sign-in': {
    get: {
      summary: 'A user’s factors and how many sign-ins go on; for administrators.',
      parameters: [{ name: 'user', description: 'Id of the user.' }],
      answer: { status: 200, description: 'Numbers.', json: UserSignIn },
      errors: ['unauthenticated', 'forbidden', 'not_found', 'rate_limited', ...READS],
      signedIn: true,
    },
  },
  '/api/users/sign-out': {
    post: administrators('End all sign-ins of a user.', UserNamed, ['not_found']),
  },
  '/api/users/reset-factors': {
    post: administrators('Take a user’s second factors away, and end its sign-ins.', UserNamed, [
      'not_found',
      'step_up',
    ]),
  },
};

/** Signing in, what somebody does about its own sign-in, and what administrators do about others'. */
export const signInOperations = (): Operations => ({ ...session, ...account, ...settings });
