import type { CaseEntry } from '@lotsa/protocol';
import { Icon, iconEye, iconLock } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { CaseFiles } from './case-files.tsx';
import { EntryMail } from './entry-mail.tsx';
import { entryText } from './entry-text.ts';

/** Everything that happened, told apart by who sees it: by colour, by mark and by word. */
export function CaseLog({
  log,
  contactEmail,
}: {
  readonly log: readonly CaseEntry[];
  readonly contactEmail: string | null;
}) {
  const app = useApp();
  const { t, formats } = app.i18n;
  return (
    <section class="case-section" aria-labelledby="case-log">
      <h3 id="case-log">{t.caseLog}</h3>
      <ol class="case-log">
        {log.map((entry) => {
          const { event, audience, at, seq } = entry;
          const staffOnly = audience === 'staff';
          const sent =
            event.type === 'received' ? event.opening : event.type === 'supplemented' ? event : null;
          const text = 'text' in event ? event.text : 'reason' in event ? event.reason : undefined;
          return (
            <li
              key={seq}
              class="case-entry"
              data-audience={audience}
              data-author={entry.author.type}
              data-said={text === undefined ? undefined : true}
            >
              <p class="case-entry-head">
                <span>{entryText(app, entry)}</span>
                <time dateTime={new Date(at).toISOString()}>{formats.dayTime(at)}</time>
                <span class="case-audience">
                  <Icon of={staffOnly ? iconLock : iconEye} />
                  {staffOnly ? t.caseForStaff : t.caseForVisitor}
                </span>
              </p>
              {text !== undefined && (
                <p class="case-written" dir="auto">
                  {text}
                </p>
              )}
              {event.type === 'supplemented' && <CaseFiles files={event.files} />}
              {sent && <EntryMail mail={sent.mail} refused={sent.refused} contactEmail={contactEmail} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
