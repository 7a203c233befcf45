import { findPersonalNumbers } from '@lotsa/core';
import { newId } from '@lotsa/client';
import { LIMITS } from '@lotsa/protocol';
import { Button, Icon, iconFile, TextField } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { focusField } from '../focus.ts';
import { masked, type Panel } from '../panel.ts';
import { fileErrorText, fileRuleText, ruleBroken } from './file-error.ts';
import { sizeText } from './size-text.ts';
import { thumbnailOf } from './thumbnail.ts';
import { type Upload, upload } from './upload.ts';

/** Props of {@link Attachments}. */
export interface AttachmentsProps {
  readonly panel: Panel;
  /** What was chosen, dropped or pasted. */
  readonly files: readonly File[];
  /** It was sent, or taken away. */
  readonly onGone: (file: File) => void;
}

const keys = new WeakMap<File, string>();
const keyOf = (file: File): string => {
  const key = keys.get(file) ?? newId();
  keys.set(file, key);
  return key;
};

/** Files before they are sent: looked at, described, sent, called off, tried again. They are gone with this page. */
export function Attachments({ panel, files, onGone }: AttachmentsProps) {
  const { t } = panel.language;
  const box = useRef<HTMLElement>(null);
  const count = files.length;
  useEffect(() => {
    // The newest is what was just chosen.
    box.current?.querySelector<HTMLElement>('li:last-child input, li:last-child button')?.focus();
  }, [count]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  return (
    <section class="attachments" ref={box} aria-label={t.files}>
      <ul class="attachments-list">
        {files.map((file) => (
          <Attachment
            key={keyOf(file)}
            {...{ panel, file }}
            id={keyOf(file)}
            onGone={() => {
              if (count === 1) focusField();
              onGone(file);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface AttachmentProps {
  readonly panel: Panel;
  readonly file: File;
  readonly id: string;
  readonly onGone: () => void;
}

/** `lost`: nothing answered; it is sent again when the connection is back. `refused`: it never will be taken. */
type Stage = 'chosen' | 'sending' | 'lost' | 'refused';

function Attachment({ panel, file, id, onGone }: AttachmentProps) {
  const { state, chat, language } = panel;
  const { t, formats } = language;
  const broken = ruleBroken(file);
  const [stage, setStage] = useState<Stage>(broken ? 'refused' : 'chosen');
  const [problem, setProblem] = useState(() => (broken ? fileRuleText(broken, language) : ''));
  const [share, setShare] = useState(0);
  const [alt, setAlt] = useState('');
  const [preview, setPreview] = useState<string | null>(null);
  const sending = useRef<Upload | null>(null);
  const picture = file.type.startsWith('image/');
  const name = masked(file.name);

  useEffect(() => {
    if (picture && !broken) void thumbnailOf(file).then(setPreview);
    return () => sending.current?.cancel();
  }, [file, picture, broken]);

  const send = async (): Promise<void> => {
    const { conversation } = state;
    if (!conversation) return;
    setStage('sending');
    setProblem('');
    setShare(0);
    const fields = {
      conversationId: conversation.id,
      id,
      file,
      name,
      alt: masked(alt),
      bearer: chat.bearer(),
    };
    const sent = upload(fields, setShare);
    sending.current = sent;
    const answer = await sent.answer;
    if (sending.current !== sent) return;
    sending.current = null;
    if (answer?.ok) return onGone();
    setStage(!answer || answer.error.code !== 'invalid_form' ? 'lost' : 'refused');
    setProblem(answer ? fileErrorText(answer.error, language) : t.fileLost);
  };
  const cancel = (): void => {
    const sent = sending.current;
    sending.current = null;
    sent?.cancel();
    setStage('chosen');
  };
  const online = state.connection === 'online';
  useEffect(() => {
    if (online && stage === 'lost') void send();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time that the connection comes back
  }, [online]);

  const percent = formats.number(share, { style: 'percent' });
  return (
    <li class="attachment" aria-label={name}>
      {preview ? <img class="attachment-preview" src={preview} alt="" /> : <Icon of={iconFile} />}
      <p class="attachment-name">
        <bdi>{name}</bdi> <span class="attachment-size">{sizeText(file.size, formats)}</span>
      </p>
      {picture && stage === 'chosen' && (
        <TextField
          id={`alt-${id}`}
          label={t.describePicture}
          hint={findPersonalNumbers(alt).length > 0 ? t.personalNumber : t.describeHint}
          dir="auto"
          maxLength={LIMITS.fileAlt}
          value={alt}
          onValue={setAlt}
        />
      )}
      {stage === 'sending' && (
        <progress
          class="attachment-progress"
          max={1}
          value={share}
          aria-label={t.fileSending({ name, percent })}
        />
      )}
      <p class="attachment-problem" role="alert">
        {problem}
      </p>
      <div class="buttons">
        {stage === 'sending' ? (
          <Button onClick={cancel}>{t.fileCancel}</Button>
        ) : (
          <>
            {stage !== 'refused' && (
              <Button variant="primary" onClick={() => void send()}>
                {stage === 'lost' ? t.retry : t.send}
              </Button>
            )}
            <Button onClick={onGone}>{t.fileRemove}</Button>
          </>
        )}
      </div>
    </li>
  );
}
