import { type CaseEntry, fail, type Registration, type StaffRef } from '@lotsa/protocol';

/** What happens to a registration. */
export type RegistrationCommand =
  | { type: 'exported'; checksum: string; seq: number }
  | { type: 'register'; diaryNumber: string }
  /** `grown`: there is more in the record than what was exported. */
  | { type: 'confirm'; grown: boolean }
  | { type: 'dismiss'; reason: string }
  | { type: 'restore' };

/** What a registration is after it (rule P4). @throws LotsaError where its state does not allow it. */
export function decideRegistration(
  before: Registration,
  command: RegistrationCommand,
  { by, now }: { by: StaffRef; now: number },
): Registration {
  const refuse = (): never => {
    throw fail('wrong_status', { status: before.state });
  };
  const after = { ...before, by, at: now };
  switch (command.type) {
    case 'exported':
      // Whoever fetches it once more has changed nothing of what was confirmed.
      if (before.state !== 'waiting' && before.state !== 'registered') return before;
      return { ...after, checksum: command.checksum, exportedSeq: command.seq };
    case 'register':
      if (before.state !== 'waiting' && before.state !== 'registered') return refuse();
      return { ...after, state: 'registered', diaryNumber: command.diaryNumber };
    case 'confirm':
      if (before.state !== 'registered') return refuse();
      if (before.checksum === null || command.grown) throw fail('not_exported', {});
      return { ...after, state: 'transferred' };
    case 'dismiss':
      if (before.state !== 'waiting') return refuse();
      return { ...after, state: 'dismissed', reason: command.reason };
    case 'restore':
      if (before.state === 'waiting') return before;
      if (before.state !== 'dismissed') return refuse();
      return { ...after, state: 'waiting', reason: null };
  }
}

/** What of a case's log adds nothing to it as a record. */
const ABOUT_IT: readonly CaseEntry['event']['type'][] = ['alerted', 'diaryNumberSet'];

/** There is more in a case than what was exported of it. A conversation that is closed does not grow. */
export const hasGrown = (
  log: readonly CaseEntry[],
  { exportedSeq }: Pick<Registration, 'exportedSeq'>,
): boolean => log.some(({ seq, event }) => seq > (exportedSeq ?? 0) && !ABOUT_IT.includes(event.type));
