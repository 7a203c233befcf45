import type { Panel } from './panel.ts';
import { transcriptText } from './transcript-text.ts';

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
