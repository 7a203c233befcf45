import { useApp } from '../app-context.ts';
import type { Mode } from './mode.ts';

/** Props of {@link ModeSwitch}. */
export interface ModeSwitchProps {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

/** Chooses who sees what is written. */
export function ModeSwitch({ mode, onMode }: ModeSwitchProps) {
  const { t } = useApp().i18n;
  return (
    <div class="mode-switch" role="group" aria-label={t.mode}>
      {(['text', 'note'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={mode === each} onClick={() => onMode(each)}>
          {each === 'text' ? t.modeText : t.modeNote}
        </button>
      ))}
    </div>
  );
}
