import '../ui/dom.ts';
import type { StaffState } from '@lotsa/client';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { boxesOf, conversationsIn } from '../../../apps/console/lists/box-names.ts';
import { duration, urgency } from '../../../apps/console/lists/duration.ts';
import { VirtualList } from '../../../apps/console/lists/virtual-list.tsx';
import { sv } from '../../../apps/console/locales/sv.ts';

describe('the lists of a role', () => {
  it('a specialist meets hand-offs first and no queue; who has no conversations has no lists', () => {
    expect(boxesOf('agent')[0]).toBe('queue');
    expect(boxesOf('specialist')).toEqual(['handoffs', 'mine', 'closed']);
    expect(boxesOf('registrar')).toEqual([]);
  });

  it('[O1] an agent’s hand-offs are the open ones of its own questions, besides those it was asked', () => {
    const box = (conversationIds: string[]) => ({ conversationIds, loaded: true, more: false });
    const handoffs = (state: string) => ({ handoffs: [{ state, mode: 'consult' }] });
    const state = {
      me: { role: 'agent' },
      boxes: { handoffs: box(['asked']), mine: box(['waits', 'done', 'asked']) },
      conversations: new Map([
        ['asked', handoffs('requested')],
        ['waits', handoffs('requested')],
        ['done', handoffs('answered')],
      ]),
    } as unknown as StaffState;
    expect(conversationsIn(state, 'handoffs', 0)).toEqual(['asked', 'waits']);
    const specialist = { ...state, me: { role: 'specialist' } } as StaffState;
    expect(conversationsIn(specialist, 'handoffs', 0)).toEqual(['asked']);
  });
});

describe('a wait', () => {
  it.each([
    [-5, '0:00'],
    [7_000, '0:07'],
    [247_000, '4:07'],
    [2 * 3_600_000 + 5 * 60_000, '2 tim 5 min'],
    [3 * 86_400_000, '3 dagar'],
  ])('of %i ms reads %s', (ms, text) => expect(duration(ms, sv)).toBe(text));

  it('becomes pressing after two and five minutes', () => {
    expect([119_999, 120_000, 300_000].map(urgency)).toEqual(['calm', 'soon', 'now']);
  });
});

describe('a list of five thousand', () => {
  const ids = Array.from({ length: 5_000 }, (_, at) => `id-${at}`);
  const renderRow = (id: string) => <a href={`#${id}`}>{id}</a>;

  it('draws what is in sight, and says how long it is', () => {
    render(<VirtualList ids={ids} label="Kö" rowRem={5} renderRow={renderRow} current={null} />);
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('5000');
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1');
  });

  it('asks for more at its end only', () => {
    const onEnd = vi.fn<() => void>();
    render(
      <VirtualList ids={ids} label="Kö" rowRem={5} renderRow={renderRow} current={null} onEnd={onEnd} />,
    );
    expect(onEnd).not.toHaveBeenCalled();
    render(
      <VirtualList
        ids={ids.slice(0, 3)}
        label="Kö"
        rowRem={5}
        renderRow={renderRow}
        current={null}
        onEnd={onEnd}
      />,
    );
    expect(onEnd).toHaveBeenCalled();
  });

  it.each([
    ['down', 0, 400_000],
    ['up', 400_000, 0],
  ])(
    'keeps the focus in a row that is scrolled out of sight, and its neighbours, %s',
    async (_way, from, to) => {
      const { container } = render(
        <VirtualList ids={ids} label="Kö" rowRem={5} renderRow={renderRow} current={null} />,
      );
      const box = container.firstElementChild as HTMLElement;
      const scroll = (top: number): void => {
        box.scrollTop = top;
        fireEvent.scroll(box);
      };
      scroll(from);
      const row = screen.getAllByRole('link')[3] as HTMLElement;
      row.focus();
      scroll(to);
      expect(document.activeElement).toBe(row);
      const rows = screen.getAllByRole('link').map(({ textContent }) => textContent);
      expect(rows.length).toBeLessThan(40);
      expect(rows.at(to > from ? 1 : -2)).toBe(row.textContent);
      // The window goes to the background: the focus is where it was when it comes back.
      await act(() => void row.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
      expect(row.isConnected).toBe(true);
      await act(() => row.blur());
      expect(row.isConnected).toBe(false);
    },
  );
});
