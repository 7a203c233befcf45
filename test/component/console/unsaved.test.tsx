import '../ui/dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import { useEffect, useState } from 'preact/hooks';
import { beforeEach, expect, it } from 'vitest';
import { type App, AppContext } from '../../../apps/console/app-context.ts';
import { useUnsaved } from '../../../apps/console/leaving/use-unsaved.tsx';
import { sv } from '../../../apps/console/locales/sv.ts';
import { createRoute, type Route } from '../../../apps/console/routing/route.ts';

let route: Route;
/** What is being saved: it is then shown as it is stored (false), or something else is shown in its place (true). */
let saving: Promise<boolean>;
let save: (elsewhere: boolean) => void;

function Draft() {
  const [dirty, setDirty] = useState(true);
  const unsaved = useUnsaved(dirty);
  useEffect(() => {
    void saving.then((elsewhere) => {
      if (!elsewhere) setDirty(false);
      else if (!unsaved.forget()) route.openCases(null);
    });
    // oxlint-disable-next-line react/exhaustive-deps -- it began when the draft was written
  }, []);
  return (
    <>
      {dirty ? 'Inte sparat' : 'Sparat'}
      {unsaved.question}
    </>
  );
}
function Page() {
  return route.place.value.name === 'week' ? <Draft /> : <p>{route.place.value.name}</p>;
}
const at = () => route.place.value.name;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const begin = () => {
  saving = new Promise((resolve) => {
    save = resolve;
  });
};

beforeEach(() => {
  begin();
  route = createRoute();
  route.openWeek();
  render(
    <AppContext.Provider value={{ route, i18n: { t: sv } } as unknown as App}>
      <Page />
    </AppContext.Provider>,
  );
});

it('what is unsaved is not left before its user says so', async () => {
  route.openBoard();
  await screen.findByText(sv.unsavedText);
  press(sv.unsavedStay);
  await expect.poll(() => screen.queryByText(sv.unsavedText)).toBeNull();
  expect(at()).toBe('week');
  route.openBoard();
  await screen.findByText(sv.unsavedText);
  press(sv.unsavedLeave);
  expect(await screen.findByText('board')).toBeTruthy();
});

it('what was held while it was being saved goes on when it is', async () => {
  route.openBoard();
  await screen.findByText(sv.unsavedText);
  save(false);
  await screen.findByText('board');
  expect(screen.queryByText(sv.unsavedText)).toBeNull();
});

it('whoever goes on is not taken to what was saved, and neither is who has left', async () => {
  route.openBoard();
  await screen.findByText(sv.unsavedText);
  save(true);
  await screen.findByText('board');

  begin();
  route.openWeek();
  await screen.findByText('Inte sparat');
  route.openBoard();
  await screen.findByText(sv.unsavedText);
  press(sv.unsavedLeave);
  await screen.findByText('board');
  save(true);
  await saving;
  expect(at()).toBe('board');
});

it('who stayed is shown what was saved', async () => {
  save(true);
  expect(await screen.findByText('cases')).toBeTruthy();
});
