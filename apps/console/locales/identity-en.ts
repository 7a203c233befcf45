import type { Catalogue } from '@lotsa/ui';
import type { identitySv } from './identity-sv.ts';

/** Visitors that somebody vouches for, in English. */
export const identityEn: Catalogue<typeof identitySv> = {
  verifiedBySite: 'the web site',
  verifiedNameless: 'no name given',
  verifiedBadge: (p) => `Verified by ${p.by}`,
  verified: 'Verified as',
  verifiedEmail: 'E-mail (verified)',
  verifiedPhone: 'Phone (verified)',
  verifiedSubject: 'Identifier',
  verifiedNumber: 'Personal number',
  verifiedLevel: 'Level of assurance',
  assurance_low: 'low',
  assurance_substantial: 'substantial',
  assurance_high: 'high',
  topicEid: 'Needs an e-identification',
  topicEidHint:
    'Whoever asks has to identify themselves first. It works only where e-identification of visitors is set up (VISITOR_OIDC_ISSUER); otherwise nobody can ask about the topic in the chat.',
  handOver: 'Signed-in visitors',
  handOverText:
    'When visitors have signed in on the web site, it can tell the chat who they are, with a signed token that is good for at most ten minutes. The agent then sees “Verified by the web site”. The identity opens no conversations but the visitor’s own.',
  handOverNone: 'No key has been made. The web site cannot tell who its visitors are.',
  handOverSince: (p) => `The key was made ${p.at}.`,
  handOverOverlap: (p) => `The key before it is good too, until ${p.until}.`,
  handOverMake: 'Make a key',
  handOverRotate: 'Change the key',
  handOverRemove: 'Remove the key',
  handOverMade: 'The new key',
  handOverMadeText:
    'Copy it to the web site’s server now. It is shown this once, and must never stand in a web page.',
  handOverMeanwhile:
    'A colleague has made or removed a key meanwhile. Nothing was changed. You now see how it is: choose again.',
  handOverRemoved: 'The key is removed. The web site’s tokens are not taken any more.',
  handOverPage: 'In the web page',
  handOverPageText: 'The page fetches a fresh token from its own server when the chat is opened.',
  handOverServer: (p) => `On the server: ${p.language}`,
  handOverServerText: 'Answers with a token for whoever is signed in. The key is read from the environment.',
};
