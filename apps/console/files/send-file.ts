import { maskPersonalNumbers } from '@lotsa/core';
import type { Answer, ErrorAnswer } from '@lotsa/protocol';

/** Sends a file into a conversation; `id` is the message's, the same in every retry (rule D2). Null: nothing answered. */
export async function sendFile(conversationId: string, id: string, file: File): Promise<Answer<null> | null> {
  const form = new FormData();
  form.set('id', id);
  form.set('file', file, maskPersonalNumbers(file.name).text);
  try {
    const response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}/files`, {
      method: 'POST',
      body: form,
    });
    if (response.ok) return { ok: true, value: null };
    const { error } = (await response.json()) as { error?: ErrorAnswer };
    return error ? { ok: false, error } : null;
  } catch {
    return null;
  }
}
