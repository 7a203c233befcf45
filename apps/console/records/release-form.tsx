import { partsOf } from '@lotsa/core';
import { LIMITS, type RecordDocument, type Redaction } from '@lotsa/protocol';
import { Banner, Button, Checkbox, iconDownload, iconEye, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { useProof } from '../security/use-proof.tsx';
import { EarlierReleases } from './earlier-releases.tsx';
import { fetchFile } from './fetch-file.ts';
import { findAll, placesIn, withPlace } from './places.ts';
import { recordAddress } from './use-package.tsx';

/** Props of {@link ReleaseForm}. */
export interface ReleaseFormProps {
  readonly record: RecordDocument;
  /** Why this user reads a secret record. */
  readonly why: string | null;
  readonly places: readonly Redaction[];
  readonly onPlaces: (places: readonly Redaction[]) => void;
  readonly onClose: () => void;
}

/** What is given out of a record, to whom, and by which law some of it is not. */
export function ReleaseForm({ record, why, places, onPlaces, onClose }: ReleaseFormProps) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [query, setQuery] = useState('');
  const [found, setFound] = useState('');
  const [internal, setInternal] = useState(false);
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState('');
  const [checked, setChecked] = useState(false);
  const [sent, setSent] = useState(0);
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();
  const { of } = record;
  const given = placesIn(record, places, internal);
  const needsGround = given.length > 0 && !ground.trim();

  function maskAll(event: Event) {
    event.preventDefault();
    const hits = findAll(partsOf(record), query);
    onPlaces(hits.reduce<readonly Redaction[]>(withPlace, places));
    setFound(t.releaseFound({ n: placesIn(record, hits, internal).length }));
  }

  async function send(preview: boolean) {
    setChecked(true);
    if (needsGround || (!preview && !reason.trim())) return;
    const request = {
      redactions: given,
      internal,
      seq: record.seq,
      reason: reason.trim() || t.releasePreview,
      ground: given.length > 0 ? ground.trim() : null,
      why,
      preview,
    };
    const sending = () => withProof(() => fetchFile(recordAddress(of, 'releases'), request, `${of.id}.pdf`));
    if ((await act(sending, preview ? undefined : t.releaseSent)) && !preview) setSent(sent + 1);
  }

  return (
    <aside class="record-release" aria-label={t.releaseTitle}>
      <Banner tone="info">{t.releaseText}</Banner>
      <form class="record-find" onSubmit={maskAll}>
        <TextField
          label={t.releaseFind}
          hint={t.releaseFindHint}
          value={query}
          maxLength={200}
          onValue={setQuery}
        />
        <Button type="submit" disabled={!query.trim()}>
          {t.releaseFindButton}
        </Button>
      </form>
      <p role="status" class="record-count">
        {found} {t.releaseCount({ n: given.length })}
      </p>
      <Checkbox
        label={t.releaseInternal}
        hint={t.releaseInternalHint}
        checked={internal}
        onChecked={setInternal}
      />
      <TextareaField
        label={t.releaseReason}
        hint={t.releaseReasonHint}
        value={reason}
        maxLength={LIMITS.reason}
        required
        error={checked && !reason.trim() ? t.registryReasonMissing : undefined}
        onValue={setReason}
      />
      <TextField
        label={t.releaseGround}
        hint={t.releaseGroundHint}
        value={ground}
        maxLength={LIMITS.legalGround}
        error={checked && needsGround ? t.releaseGroundMissing : undefined}
        onValue={setGround}
      />
      <p>{t.releaseSendText}</p>
      <div class="record-actions">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button icon={iconEye} busy={busy} onClick={() => void send(true)}>
          {t.releasePreview}
        </Button>
        <Button icon={iconDownload} variant="primary" busy={busy} onClick={() => void send(false)}>
          {t.releaseSend}
        </Button>
      </div>
      <EarlierReleases key={sent} of={of} />
      {proof}
    </aside>
  );
}
