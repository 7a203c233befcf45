import { Dialog } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import './shortcuts-dialog.css';

/** What the keyboard can do. */
export function ShortcutsDialog() {
  const { i18n, dialog } = useApp();
  const { t } = i18n;
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['Alt', '↑'], t.keyPrevious],
    [['Alt', '↓'], t.keyNext],
    [['Alt', 'N'], t.keyWaiting],
    [['Alt', 'R'], t.keyComposer],
    [['Alt', 'A'], t.keyNote],
    [['Alt', 'T'], t.keyClaim],
    [['Alt', 'L'], t.keyHandOff],
    [['Alt', 'C'], t.keyClose],
    [['Alt', 'I'], t.keyInsert],
    [['/'], t.keySlash],
    [['#'], t.keyHash],
    [['@'], t.keyAt],
    [['!'], t.keyBang],
    [['Alt', '?'], t.keyHelp],
  ];
  return (
    <Dialog title={t.shortcuts} closeLabel={t.close} onClose={() => (dialog.value = null)}>
      <p>{t.shortcutsIntro}</p>
      <dl class="shortcuts">
        {keys.map(([combination, what]) => (
          <div key={what}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
