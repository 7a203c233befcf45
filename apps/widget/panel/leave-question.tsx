import type { ShownMessage } from '@lotsa/client';
import { ContactForm } from './parts.ts';
import type { Panel } from './panel.ts';

/**
 * The contact form when chat is not offered: its question starts the conversation, and is answered later.
 * @param props.refused a message that came just after the chat closed: it goes with the form.
 */
export function LeaveQuestion({ panel, refused }: { panel: Panel; refused?: ShownMessage }) {
  const { chat, text, language } = panel;
  return (
    <div class="below">
      <ContactForm
        panel={panel}
        submitLabel={language.t.sendQuestion}
        withQuestion={!refused}
        onContact={(contact) => {
          if (refused) chat.discardMessage(refused.id);
          panel.send(refused?.kind === 'text' ? refused.text : text, contact);
        }}
      />
    </div>
  );
}
