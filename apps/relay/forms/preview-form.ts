import { fail, type Form } from '@lotsa/protocol';
import { languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { formPageOf } from './form-page-of.ts';

/**
 * A form that is being written, as visitors of its site would meet it in a language. For a frame in which nothing can be sent.
 * @throws LotsaError `invalid_payload` when its site is none.
 */
export async function previewForm(
  relay: Pick<Relay, 'directory' | 'context'>,
  form: Form,
  tag: string,
): Promise<string> {
  const site = (await relay.directory()).sites.get(form.siteId);
  if (!site) throw fail('invalid_payload', { field: 'siteId', rule: 'unknown' });
  const html = await formPageOf(
    relay,
    { site, form, language: languageOf(tag, site), identity: null },
    { id: '' },
  );
  // Its links would leave the preview: they ask for a window of their own, which the frame does not give.
  return html.replace('<head>', '<head><base target="_blank">');
}
