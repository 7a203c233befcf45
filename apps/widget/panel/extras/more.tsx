import { Button, Checkbox, iconCopy } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ByMail } from '../by-mail/part.ts';
import type { Panel } from '../panel.ts';
import { transcriptText } from '../transcript-text.ts';
import { copyText } from './copy-text.ts';
import { NOTICES } from './keys.ts';
import { allowDesktop, playSound, start as watchAnswers } from './notify.ts';
import { Sheet } from './sheet.tsx';

/** What is chosen seldom: copying, and how to be told of an answer. Nothing of it is on unless it is chosen. */
export function More({ panel, onClose }: { readonly panel: Panel; readonly onClose: () => void }) {
  const { state, store, language } = panel;
  const { t } = language;
  const [chosen, setChosen] = useState(() => (store.get(NOTICES) ?? '').split(' ').filter(Boolean));
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  const latest = state.messages.findLast(({ kind, author }) => kind === 'text' && author.type === 'staff');
  const copy = async (text: string): Promise<void> => {
    const copied = await copyText(text);
    setSaid(copied ? t.copied : t.copyFailed);
  };
  const choose = (which: 'sound' | 'desktop', on: boolean): void => {
    const next = [...chosen.filter((each) => each !== which), ...(on ? [which] : [])];
    setChosen(next);
    if (next.length > 0) store.set(NOTICES, next.join(' '));
    else store.remove(NOTICES);
    watchAnswers(panel).catch(() => undefined);
  };
  const desktop = async (on: boolean): Promise<void> => {
    setSaid('');
    const allowed = !on || (await allowDesktop(panel));
    choose('desktop', on && allowed);
    if (!allowed) setSaid(panel.embedder ? t.desktopNotHere : t.desktopRefused);
  };
  return (
    <Sheet panel={panel} title={t.more} onClose={onClose}>
      <div class="more" ref={box}>
        <div class="buttons">
          {latest?.kind === 'text' && (
            <Button icon={iconCopy} onClick={() => void copy(latest.text)}>
              {t.copyLatest}
            </Button>
          )}
          <Button icon={iconCopy} onClick={() => void copy(transcriptText(panel))}>
            {t.copyAll}
          </Button>
        </div>
        <ByMail panel={panel} kind="transcript" />
        <ByMail panel={panel} kind="deviceLink" />
        <fieldset>
          <legend>{t.notices}</legend>
          <Checkbox
            label={t.noticeSound}
            checked={chosen.includes('sound')}
            onChecked={(on) => {
              choose('sound', on);
              if (on) playSound();
            }}
          />
          <Checkbox
            label={t.noticeDesktop}
            checked={chosen.includes('desktop')}
            onChecked={(on) => void desktop(on)}
          />
        </fieldset>
        <p role="status">{said}</p>
      </div>
    </Sheet>
  );
}
