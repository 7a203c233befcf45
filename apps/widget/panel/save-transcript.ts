import { eventText } from './event-text.ts';
import type { Panel } from './panel.ts';

/** The conversation as plain text, one message after the other, for the visitor to keep (rule P5). */
function transcriptText(panel: Panel): string {
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

/** Makes the browser save the conversation as a file. */
export function saveTranscript(panel: Panel): void {
  // With a byte order mark: Windows' own editor otherwise guesses the encoding.
  const file = new Blob(['\ufeff', transcriptText(panel)], { type: 'text/plain;charset=utf-8' });
  const { conversation } = panel.state;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `lotsa-${panel.language.formats.dayKey(conversation?.startedAt ?? Date.now())}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
