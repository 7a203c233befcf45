import type { Texts } from '../locales/index.ts';

/** Why a mail was not sent, in words. */
export function mailError(error: string, t: Texts): string {
  switch (error) {
    case 'ESOCKET':
    case 'ECONNECTION':
    case 'ETIMEDOUT':
    case 'EDNS':
    case 'EABORT':
      return t.mailError_away;
    case 'EAUTH':
    case 'ENOAUTH':
    case '535':
      return t.mailError_auth;
    case 'ETLS':
      return t.mailError_secure;
    case 'ETOOLATE':
      return t.mailError_late;
    default:
      return /^\d{3}$|^\d(\.\d{1,3}){2}$/.test(error)
        ? t.mailError_reply({ code: error })
        : t.mailError_other({ code: error });
  }
}
