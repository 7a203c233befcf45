import '../ui/dom.ts';
import { createFormats } from '@lotsa/ui';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { type App, AppContext } from '../../../apps/console/app-context.ts';
import { Guarded } from '../../../apps/console/errors/guarded.tsx';
import { sv } from '../../../apps/console/locales/sv.ts';

it('a part that cannot be drawn says so and is drawn anew, and the others go on', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  const app = { i18n: { t: sv, formats: createFormats('sv'), lang: 'sv' } } as unknown as App;
  let broken = true;
  function Part() {
    if (broken) throw new Error('no such language');
    return <p>Frågan</p>;
  }
  const page = (of: string) => (
    <AppContext.Provider value={app}>
      <Guarded of={of}>
        <Part />
      </Guarded>
      <p>Resten</p>
    </AppContext.Provider>
  );
  const { rerender } = render(page('frågan'));
  expect(screen.getByRole('alert').textContent).toContain(sv.partFailed);
  expect(screen.getByText('Resten')).toBeTruthy();
  expect(reported).toEqual([expect.objectContaining({ message: 'no such language' })]);
  rerender(page('frågan'));
  expect(screen.getByRole('alert')).toBeTruthy();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: sv.tryAgain }));
  expect(screen.getByText('Frågan')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  broken = true;
  rerender(page('frågan'));
  expect(screen.getByRole('alert')).toBeTruthy();
  broken = false;
  rerender(page('en annan'));
  expect(await screen.findByText('Frågan')).toBeTruthy();
  vi.unstubAllGlobals();
});
