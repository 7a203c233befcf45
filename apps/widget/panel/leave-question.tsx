import type { ShownMessage } from '@lotsa/client';
import { ContactForm } from './contact-form-lazy.ts';
import type { Panel } from './panel.ts';

/**
 * The contact form when chat is not offered: its question starts the conversation, and is answered later.
 * @param props.refused a message that came just after the chat closed: it goes with the form.
 */
export function LeaveQuestion({ panel, refused }: { panel: Panel; refused: ShownMessage | undefined }) {
  const { chat, text, i18n } = panel;
  return (
    <div class="leave">
      <ContactForm
        panel={panel}
        submitLabel={i18n.t.sendQuestion}
        withQuestion={!refused}
        onContact={(contact) => {
          if (refused) chat.discardMessage(refused.id);
          panel.send(refused?.kind === 'text' ? refused.text : text.value, contact);
        }}
      />
    </div>
  );
}
