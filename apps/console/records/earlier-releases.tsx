import type { RecordRef, Release } from '@lotsa/protocol';
import { Button, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { ProvedDownload } from '../security/proved-download.tsx';

/** What was given out of a record before: by whom, why, and the same file once more. */
export function EarlierReleases({ of }: { readonly of: RecordRef }) {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const [releases, setReleases] = useState<readonly Release[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function load(after: string | null) {
    setFailure(null);
    const answer = await staff.ask('releases:list', { of, after });
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    setReleases((before) => [...((after !== null && before) || []), ...answer.value.releases]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void load(null);
    // oxlint-disable-next-line react/exhaustive-deps -- once, and after each release
  }, [staff]);
  return (
    <section class="record-earlier">
      <h3>{t.releaseEarlier}</h3>
      {failure !== null && (
        <p>
          {failure} <Button onClick={() => void load(null)}>{t.tryAgain}</Button>
        </p>
      )}
      {failure === null && releases === null && <Skeleton lines={2} />}
      {releases?.length === 0 && <p>{t.releaseEarlierNone}</p>}
      <ul>
        {releases?.map(({ id, at, by, reason, ground, redactions }) => (
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
      {next !== null && <Button onClick={() => void load(next)}>{t.registryMore}</Button>}
    </section>
  );
}
