import { Dialog } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { COMMANDS } from './commands.ts';
import './shortcuts-dialog.css';

/** What the keyboard can do. */
export function ShortcutsDialog() {
  const { i18n, dialog } = useApp();
  const { t } = i18n;
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['Ctrl', 'K'], t.keyPalette],
    ...COMMANDS.filter(({ code }) => code !== null).map(
      ({ key, label }) => [['Alt', key], label(t)] as const,
    ),
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
