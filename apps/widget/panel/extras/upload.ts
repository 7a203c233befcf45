import type { Answer, ErrorAnswer } from '@lotsa/protocol';

/** A file on its way. */
export interface Upload {
  /** Null when nothing answered, or it was called off. */
  readonly answer: Promise<Answer<unknown> | null>;
  cancel(): void;
}

/** What is sent: `id` is the message's, the same in every retry (rule D2). */
export interface UploadFields {
  readonly conversationId: string;
  readonly id: string;
  readonly file: File;
  /** With its personal numbers masked, like `alt` (rule P2). */
  readonly name: string;
  readonly alt: string;
  /** Where there is no cookie. */
  readonly bearer: string | null;
}

/** Sends a file into a conversation. `onProgress` is told a share from 0 to 1: `fetch` could not. */
export function upload(fields: UploadFields, onProgress: (share: number) => void): Upload {
  const { conversationId, id, file, name, alt, bearer } = fields;
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<unknown> | null>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('loadend', () => resolve(answerOf(request)));
  });
  const form = new FormData();
  form.set('id', id);
  if (alt) form.set('alt', alt);
  form.set('file', file, name);
  request.open('POST', `/api/conversations/${encodeURIComponent(conversationId)}/files`);
  if (bearer) request.setRequestHeader('authorization', `Bearer ${bearer}`);
  request.send(form);
  return { answer, cancel: () => request.abort() };
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<unknown> | null {
  if (status === 201) return { ok: true, value: null };
  try {
    const { error } = JSON.parse(responseText) as { error?: ErrorAnswer };
    return error?.code ? { ok: false, error } : null;
  } catch {
    return null;
  }
}
