import type { ErrorAnswer } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';

/** An error in words that say what to do. */
export function errorText({ t, formats }: Pick<ConsoleI18n, 't' | 'formats'>, error: ErrorAnswer): string {
  switch (error.code) {
    case 'already_claimed':
      return t.error_already_claimed(error.data);
    case 'at_capacity':
      return t.error_at_capacity({ n: error.data.capacity });
    case 'handoff_taken':
      return t.error_handoff_taken(error.data);
    case 'too_many_handoffs':
      return t.error_too_many_handoffs({ n: error.data.limit });
    case 'rate_limited': {
      const seconds = Math.max(1, Math.ceil(error.data.retryAfterMs / 1_000));
      const wait = seconds < 90 ? t.seconds({ n: seconds }) : formats.minutes(Math.ceil(seconds / 60));
      return t.error_rate_limited({ wait });
    }
    case 'internal':
      return t.errorReference({ id: error.data.requestId });
    case 'case_changed':
      return t.caseChanged(error.data);
    case 'already_merged':
      return t.error_already_merged(error.data);
    case 'has_duplicates':
      return t.error_has_duplicates(error.data);
    case 'changed_meanwhile':
      return error.data.name
        ? t.error_changed_meanwhile_by({ name: error.data.name })
        : t.error_changed_meanwhile;
    case 'in_use':
      return t.error_in_use({ id: error.data.id });
    case 'not_exported':
    case 'reason_needed':
    case 'case_closed':
    case 'last_administrator':
    case 'handoff_over':
    case 'forbidden':
    case 'not_found':
    case 'conversation_closed':
    case 'wrong_status':
    case 'unknown_target':
    case 'wrong_credentials':
    case 'second_factor':
    case 'enrol_factor':
    case 'step_up':
    case 'unauthenticated':
    case 'storage_unavailable':
    case 'invalid_payload':
    case 'foreign_origin':
      return t[`error_${error.code}`];
    case 'invalid_form':
    case 'draining':
    case 'overloaded':
    case 'protocol_mismatch':
    case 'chat_closed':
    case 'banned':
    case 'proof_needed':
      return t.error_other;
  }
}
