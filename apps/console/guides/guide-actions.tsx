import { mayApprove, mayEditGuide } from '@lotsa/core';
import { type GuideAction, type GuideEntry, LIMITS, type Me } from '@lotsa/protocol';
import { Button, iconExternal, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';

/** What may be done with a guide as it stands, besides writing. */
export function GuideActions({
  entry: { guide, draft },
  me,
  changed,
  perform,
}: {
  readonly entry: GuideEntry;
  readonly me: Me;
  /** There is something that is not saved: it is saved before it is sent. */
  readonly changed: boolean;
  readonly perform: (action: GuideAction, done: string) => Promise<void>;
}) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const [sendingBack, setSendingBack] = useState(false);
  const [when, setWhen] = useState('');
  const edits = mayEditGuide(me, (draft ?? guide)?.departmentId ?? me.departmentIds[0] ?? '');
  const site = state.value.directory?.sites[0];
  return (
    <>
      {edits && (draft?.state === 'draft' || (!draft && changed)) && (
        <Button onClick={() => void perform({ type: 'submit' }, t.guideSubmitted)}>{t.guideSubmit}</Button>
      )}
      {draft?.state === 'review' && mayApprove(me, draft.departmentId) && (
        <>
          <TextField
            label={t.guidePublishOn}
            hint={t.guidePublishHint}
            type="date"
            value={when}
            onValue={setWhen}
          />
          <Button
            variant="primary"
            onClick={() => {
              const publishAt = when === '' ? 0 : new Date(`${when}T00:00`).getTime();
              void perform(
                { type: 'approve', publishAt: Number.isNaN(publishAt) ? 0 : publishAt },
                t.guideApproved,
              );
            }}
          >
            {t.guideApprove}
          </Button>
          <Button onClick={() => setSendingBack(true)}>{t.guideSendBack}</Button>
        </>
      )}
      {edits && draft && draft.state !== 'draft' && (
        <Button onClick={() => void perform({ type: 'takeBack' }, t.guideSaved)}>{t.guideTakeBack}</Button>
      )}
      {edits && draft && (
        <Button variant="danger" onClick={() => void perform({ type: 'discard' }, t.guideDiscarded)}>
          {t.guideDiscard}
        </Button>
      )}
      {edits && guide && !draft && (
        <Button
          onClick={() =>
            void perform(
              { type: 'withdraw', withdrawn: !guide.withdrawn },
              guide.withdrawn ? t.guidePublishedAgain : t.guideWithdrawn,
            )
          }
        >
          {guide.withdrawn ? t.guidePublishAgain : t.guideWithdraw}
        </Button>
      )}
      {guide && !guide.withdrawn && site && (
        <Button
          variant="quiet"
          icon={iconExternal}
          onClick={() => window.open(`/guides/${site.id}/${guide.id}`, '_blank', 'noopener')}
        >
          {t.guideOpen}
        </Button>
      )}
      {sendingBack && <SendBackDialog perform={perform} onClose={() => setSendingBack(false)} />}
    </>
  );
}

/** Sending back needs a word of what is to be changed. */
function SendBackDialog({
  perform,
  onClose,
}: {
  readonly perform: (action: GuideAction, done: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useApp().i18n;
  const [comment, setComment] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title={t.guideSendBack}
      send={t.guideSendBack}
      busy={false}
      onSubmit={() => {
        setChecked(true);
        if (comment.trim() === '') return;
        onClose();
        void perform({ type: 'sendBack', comment: comment.trim() }, t.guideSentBack);
      }}
      onClose={onClose}
    >
      <TextareaField
        label={t.guideSendBackWhy}
        value={comment}
        onValue={setComment}
        maxLength={LIMITS.reason}
        required
        error={checked && comment.trim() === '' ? t.fieldEmpty : undefined}
      />
    </FormDialog>
  );
}
