import '../ui/dom.ts';
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { lazy } from '../../../apps/widget/panel/lazy.tsx';
import type { TextGroup } from '../../../apps/widget/languages/index.ts';
import type { Panel } from '../../../apps/widget/panel/panel.ts';

/** What the panel knows the words of. */
const learnt: TextGroup[] = [];

/** As much of a panel as a part looks at while it is not there. */
const panelThatIs = (connection: 'offline' | 'online') =>
  ({
    state: { connection },
    language: { t: { retry: 'Försök igen' }, groups: learnt },
    learn: async (groups: readonly TextGroup[]) => void learnt.push(...groups),
  }) as unknown as Panel;

it('[D5] a part that could not be fetched is fetched again when the connection is back', async () => {
  let down = true;
  const Part = lazy(async () => {
    if (down) throw new Error('refused');
    return { Told: () => <p>Det jag skrev</p>, texts: [{}] };
  }, 'Told');
  const { rerender } = render(<Part panel={panelThatIs('offline')} />);
  await screen.findByRole('button', { name: 'Försök igen' });
  down = false;
  rerender(<Part panel={panelThatIs('online')} />);
  expect(await screen.findByText('Det jag skrev')).toBeTruthy();
  expect(screen.queryByRole('button')).toBe(null);
});
