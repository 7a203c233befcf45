import { type AuditEntry, SubjectGround, SubjectOutcome, SubjectRequestKind } from '@lotsa/protocol';
import type { Texts } from '../locales/index.ts';

/** Of a sign-in the log says by which ways it was done, as `password, totp`. */
export const isSignIn = ({ action }: Pick<AuditEntry, 'action'>): boolean =>
  action === 'signedIn' || action === 'signInFailed' || action === 'steppedUp';

const WAYS = ['password', 'totp', 'recovery', 'code', 'passkey', 'sso', 'enrolled'] as const;

/** Why something was done, in words where the log has codes; otherwise as somebody wrote it. */
export function reasonText({ action, reason }: Pick<AuditEntry, 'action' | 'reason'>, t: Texts): string {
  if (reason === null) return '';
  if (isSignIn({ action })) return said(reason, ', ', WAYS, (way) => t[`auditBy_${way}`]);
  if (action === 'subjectRequestEntered')
    return said(reason, ' ', SubjectRequestKind.options, (kind) => t[`subjectKind_${kind}`]);
  if (action !== 'subjectDecided') return reason;
  const [outcome = '', ...grounds] = reason.split(' ');
  return [
    said(outcome, ' ', SubjectOutcome.options, (one) => t[`subjectOutcome_${one}`]),
    said(grounds.join(' '), ' ', SubjectGround.options, (ground) => t[`subjectGround_${ground}`]),
  ]
    .filter(Boolean)
    .join(': ');
}

function said<Code extends string>(
  codes: string,
  between: string,
  known: readonly Code[],
  word: (code: Code) => string,
): string {
  return codes
    .split(between)
    .map((code) => {
      const found = known.find((each) => each === code);
      return found === undefined ? code : word(found);
    })
    .join(', ');
}
