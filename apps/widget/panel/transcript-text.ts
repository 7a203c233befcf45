import { eventText } from './event-text.ts';
import type { Panel } from './panel.ts';

/** The conversation as plain text, one message after the other, for the visitor to keep (rule P5). */
export function transcriptText(panel: Panel): string {
  const { language, state } = panel;
  const { messages, site, departments } = state;
  const { t, formats } = language;
  const lines = messages.map((message) => {
    const when = `${formats.dayKey(message.at)} ${formats.time(message.at)}`;
    if (message.kind === 'event') {
      const happened = eventText(message.event, t, (id) => panel.say(departments[id]) || id, formats);
      return `[${when}] ${happened}`;
    }
    const { author } = message;
    const said = message.kind === 'file' ? message.file.name : message.text;
    return `[${when}] ${author.type === 'staff' ? author.name : t.you}: ${said}`;
  });
  return [`${panel.say(site?.centreName)} – ${panel.say(site?.name)}`, '', ...lines, ''].join('\r\n');
}
