import '../ui/dom.ts';
import { createFormats, createToasts } from '@lotsa/ui';
import { fireEvent, render, screen } from '@testing-library/preact';
import type { Answer } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { type App, AppContext } from '../../../apps/console/app-context.ts';
import { FormDialog } from '../../../apps/console/dialogs/form-dialog.tsx';
import { useAct } from '../../../apps/console/errors/use-act.ts';
import { sv } from '../../../apps/console/locales/sv.ts';

it('[G4] what goes wrong while a dialog is open is said in it, and not behind it where nobody is', async () => {
  const toasts = createToasts();
  const app = { toasts, i18n: { t: sv, formats: createFormats('sv'), lang: 'sv' } } as unknown as App;
  const answers: Answer<null>[] = [
    { ok: false, error: { code: 'forbidden', data: {} } },
    { ok: true, value: null },
  ];
  function Asking() {
    const { busy, act } = useAct();
    const submit = () => void act(async () => answers.shift() ?? null, 'Klart');
    return (
      <FormDialog title="Radera" send="Radera" busy={busy} onSubmit={submit} onClose={() => undefined}>
        <p>Det går inte att ångra.</p>
      </FormDialog>
    );
  }
  toasts.show({ text: 'Något annat gick fel', tone: 'error' });
  render(
    <AppContext.Provider value={app}>
      <Asking />
    </AppContext.Provider>,
  );
  const send = () =>
    fireEvent.submit(
      screen.getByRole('button', { name: 'Radera' }).closest('dialog')!.querySelector('form')!,
    );
  const texts = () => toasts.showing.value.map(({ text }) => text);
  send();
  const alert = await screen.findByText(sv.error_forbidden);
  expect(alert.closest('dialog')).not.toBeNull();
  expect(texts()).toEqual(['Något annat gick fel']);
  send();
  await expect.poll(texts).toContain('Klart');
  expect(screen.queryByText(sv.error_forbidden)).toBeNull();
});
