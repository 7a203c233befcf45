import type { Panel } from '../panel.ts';
import { NOTICES } from './keys.ts';
import { extraTexts } from '../extra-texts.ts';

let audio: AudioContext | undefined;
const watched = new WeakSet<Panel>();

/** Two short soft tones. A browser that has not been touched since it was loaded plays none. */
export function playSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
  const { currentTime, destination } = audio;
  for (const [at, frequency] of [
    [0, 660],
    [0.16, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.15, currentTime + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + at + 0.3);
    tone.connect(volume).connect(destination);
    tone.start(currentTime + at);
    tone.stop(currentTime + at + 0.32);
  }
}

/** Shows a notice; false where the browser has none, as on phones. Nothing of what was written is on it: others may see it. */
function showNotice(panel: Panel, body: string): boolean {
  try {
    const { state, language } = panel;
    const title = panel.say(state.site?.centreName) || language.t.title;
    const notice = new Notification(title, { body, lang: language.lang, dir: language.dir, tag: 'lotsa' });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
    return true;
  } catch {
    return false;
  }
}

/** Asks the browser for notices, and shows the first one. False where it does not let us: in a frame it seldom does. */
export async function allowDesktop(panel: Panel): Promise<boolean> {
  if (!('Notification' in window)) return false;
  const permission = await Notification.requestPermission();
  return permission === 'granted' && showNotice(panel, panel.language.t.noticesOn);
}

/** From now on tells of each answer that is not in sight, by what the visitor has chosen at the time. */
export async function start(panel: Panel): Promise<void> {
  if (watched.has(panel)) return;
  watched.add(panel);
  await panel.learn([extraTexts]);
  let { unread } = panel.state;
  panel.chat.subscribe((state) => {
    const more = state.unread > unread;
    ({ unread } = state);
    const chosen = (panel.store.get(NOTICES) ?? '').split(' ');
    if (!more) return;
    if (chosen.includes('sound')) playSound();
    if (chosen.includes('desktop')) {
      const author = state.messages.findLast((message) => message.author.type === 'staff')?.author;
      const name = author?.type === 'staff' ? author.name : '';
      showNotice(panel, panel.language.t.newAnswer({ name }));
    }
  });
}
