import type { CaseMail, RefusedFile } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';

interface EntryMailProps {
  readonly mail: CaseMail | undefined;
  readonly refused: readonly RefusedFile[] | undefined;
  /** The case's own address, as addresses are compared. */
  readonly contactEmail: string | null;
}

/** What there is to know of the mail that something came in by: who else sent it, and what of it is missing here. */
export function EntryMail({ mail, refused, contactEmail }: EntryMailProps) {
  const { t } = useApp().i18n;
  const other = mail && mail.from.toLowerCase() !== contactEmail;
  return (
    <>
      {other && (
        <p class="case-mail-note">
          <bdi>{t.caseMailOther({ from: mail.from })}</bdi>
        </p>
      )}
      {mail?.cut && <p class="case-mail-note">{t.caseMailCut}</p>}
      {refused && (
        <div class="case-mail-note">
          <p>{t.caseRefused}</p>
          <ul>
            {refused.map(({ name, rule }, at) => (
              <li key={at}>
                <bdi>{name}</bdi>: {t[`caseRefused_${rule}`]}
              </li>
            ))}
          </ul>
          <p>{t.caseRefusedText}</p>
        </div>
      )}
    </>
  );
}
