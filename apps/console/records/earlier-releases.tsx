import type { RecordRef } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { ProvedDownload } from '../security/proved-download.tsx';

/** What was given out of a record before: by whom, why, and the same file once more. */
export function EarlierReleases({ of }: { readonly of: RecordRef }) {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const pages = usePages(
    (after) => staff.ask('releases:list', { of, after }),
    ({ releases }) => releases,
  );
  return (
    <section class="record-earlier">
      <h3>{t.releaseEarlier}</h3>
      <Paged pages={pages} failed={t.releaseEarlierFailed} none={<p>{t.releaseEarlierNone}</p>}>
        {(releases) => (
          <ul>
            {releases.map(({ id, at, by, reason, ground, redactions }) => (
              <li key={id}>
                <p>
                  {formats.dayTime(at)}, <bdi>{by.name}</bdi>. {t.releaseCount({ n: redactions.length })}{' '}
                  {ground !== null && <bdi>{ground}</bdi>}
                </p>
                <p>
                  <bdi>{reason}</bdi>
                </p>
                <ProvedDownload href={`/api/releases/${id}`}>{t.releaseAgain}</ProvedDownload>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}
