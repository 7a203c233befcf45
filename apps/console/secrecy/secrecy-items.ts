import type { StaffConsole } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { iconLock, type MenuItem } from '@lotsa/ui';
import type { Texts } from '../locales/index.ts';

/** What its owner can do about a conversation's secrecy; protected identity is always secret (rule P6). */
export function secrecyItems(
  { id, secret, protectedIdentity }: Conversation,
  t: Texts,
  mark: (asked: () => ReturnType<StaffConsole['markSecret']>) => void,
  staff: Pick<StaffConsole, 'markSecret'>,
): MenuItem[] {
  const item = (key: string, label: string, toSecret: boolean, toProtected: boolean): MenuItem => ({
    key,
    label,
    icon: iconLock,
    onSelect: () => mark(() => staff.markSecret(id, toSecret, toProtected)),
  });
  return [
    secret ? item('open', t.markOpen, false, false) : item('secret', t.markSecret, true, false),
    ...(protectedIdentity ? [] : [item('protected', t.markProtected, true, true)]),
  ];
}
