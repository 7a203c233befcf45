import type { ErrorAnswer } from '@lotsa/protocol';
import type { Texts } from '../languages/index.ts';

/** What went wrong and what to do about it, in plain words. */
export function errorText(error: ErrorAnswer, t: Texts): string {
  switch (error.code) {
    case 'rate_limited':
      return t.errorRate;
    case 'overloaded':
      return t.errorOverloaded;
    case 'conversation_closed':
      return t.errorClosed;
    case 'chat_closed':
      return t.errorChatClosed;
    case 'invalid_payload':
      return error.data.field === 'topicId' ? t.errorTopic : t.errorInvalid;
    default:
      return t.errorOther;
  }
}
