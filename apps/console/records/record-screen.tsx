import type { ErrorAnswer, RecordDocument, RecordRef, Redaction } from '@lotsa/protocol';
import {
  Button,
  EmptyState,
  iconAlert,
  iconBack,
  IconButton,
  iconDownload,
  iconFile,
  iconLock,
  Skeleton,
} from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecordText } from './record-text.tsx';
import { ReleaseForm } from './release-form.tsx';
import { usePackage } from './use-package.tsx';
import './records.css';

/** A record as a whole: read, exported for the diary, and given out with what is secret blacked out. */
export function RecordScreen({ of }: { readonly of: RecordRef }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [record, setRecord] = useState<RecordDocument | null>(null);
  const [failure, setFailure] = useState<ErrorAnswer | null>(null);
  /** Of a secret one, why this user reads it. */
  const [reason, setReason] = useState<string | null>(null);
  const [releasing, setReleasing] = useState(false);
  const [places, setPlaces] = useState<readonly Redaction[]>([]);
  const { busy, fetchPackage, proof } = usePackage(of);
  const heading = useRef<HTMLHeadingElement>(null);

  async function load(why: string | null) {
    setFailure(null);
    const answer = await staff.ask('record:read', { of, reason: why });
    if (!answer.ok) return setFailure(answer.error);
    setReason(why);
    setRecord(answer.value);
    heading.current?.focus();
  }
  useEffect(() => {
    void load(null);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each record
  }, [staff]);

  /** The button that was pressed goes: focus is where it goes on. */
  const release = (on: boolean) => {
    setReleasing(on);
    heading.current?.focus();
  };
  const subject = record?.facts.find(({ id }) => id === 'subject')?.text;
  return (
    <article class="record" aria-labelledby="record-title">
      <header class="record-head">
        <IconButton icon={iconBack} mirror label={t.recordBack} onClick={() => history.back()} />
        <div>
          <h2 id="record-title" ref={heading} tabIndex={-1}>
            {releasing ? t.releaseTitle : t.recordTitle}
            {subject && (
              <>
                : <bdi>{subject}</bdi>
              </>
            )}
          </h2>
          <p class="record-id">
            {of.type === 'case' ? t.registryCase : t.registryConversation} <bdi>{of.id}</bdi>
          </p>
        </div>
        {record && (
          <div class="record-actions">
            <Button icon={iconDownload} busy={busy} onClick={() => void fetchPackage(reason)}>
              {t.registryPackage}
            </Button>
            {!releasing && (
              <Button icon={iconFile} variant="primary" onClick={() => release(true)}>
                {t.recordRelease}
              </Button>
            )}
          </div>
        )}
      </header>
      {failure && failure.code !== 'reason_needed' && (
        <EmptyState
          icon={failure.code === 'forbidden' ? iconLock : iconAlert}
          title={t.recordFailed}
          action={<Button onClick={() => void load(reason)}>{t.tryAgain}</Button>}
        >
          {errorText(i18n, failure)}
        </EmptyState>
      )}
      {failure?.code === 'reason_needed' && (
        <ReasonDialog onClose={() => history.back()} onSend={(why) => void load(why)} />
      )}
      {!record && !failure && <Skeleton lines={10} />}
      {record && (
        <div class="record-body" data-releasing={releasing || undefined}>
          <RecordText record={record} places={places} onPlaces={releasing ? setPlaces : null} />
          {releasing && (
            <ReleaseForm
              record={record}
              why={reason}
              places={places}
              onPlaces={setPlaces}
              onClose={() => release(false)}
            />
          )}
        </div>
      )}
      {proof}
    </article>
  );
}
