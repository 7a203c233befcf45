import '../ui/dom.ts';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { createToasts } from '@lotsa/ui';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fieldSignals } from '../../../apps/console/field-signals.ts';
import { useThrottled } from '../../../apps/console/lists/use-throttled.ts';
import { VirtualList } from '../../../apps/console/lists/virtual-list.tsx';
import { createState } from '../../../packages/client/observable.ts';
import { stillHeld } from '../../support/memory.ts';

afterEach(() => void vi.useRealTimers());

it('a field of the state is drawn again when it is another, and not when others are', () => {
  const source = createState({ me: 'Anna', typing: 0 });
  const state = fieldSignals(source);
  const drawn: string[] = [];
  function Me() {
    const { me } = state.value;
    drawn.push(me);
    return <p>{me}</p>;
  }
  render(<Me />);
  void act(() => source.set({ typing: 1 }));
  void act(() => source.set({ me: 'Bo', typing: 2 }));
  expect(drawn).toEqual(['Anna', 'Bo']);
  expect(state.value.typing).toBe(2);
});

it('what changes often is drawn once at once, and then what it has come to', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const toasts = createToasts();
  const drawn: number[] = [];
  function Shown() {
    const { length } = useThrottled(toasts.showing);
    drawn.push(length);
    return <p>{length}</p>;
  }
  const { container } = render(<Shown />);
  const later = () => act(() => void vi.advanceTimersByTime(100));
  void later();
  drawn.length = 0;
  for (const text of ['a', 'b', 'c']) void act(() => void toasts.show({ text, tone: 'info' }));
  expect([container.textContent, drawn]).toEqual(['1', [1]]);
  void later();
  expect([container.textContent, drawn]).toEqual(['3', [1, 3]]);
});

describe('a long list', () => {
  const drawn: string[] = [];
  const state = fieldSignals(createState({ unread: 0 }));
  function Row({ id }: { readonly id: string }) {
    drawn.push(id);
    return (
      <span>
        {id} {state.value.unread}
      </span>
    );
  }
  const list = (n: number) => (
    <VirtualList
      ids={Array.from({ length: n }, (_, at) => `id-${at}`)}
      label="Alla"
      rowRem={5}
      renderRow={(id) => <Row id={id} />}
      current={null}
    />
  );

  it('that grows does not draw again the rows that it shows', () => {
    const { rerender } = render(list(50));
    const before = drawn.length;
    rerender(list(100));
    expect(drawn).toHaveLength(before);
    expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('100');
  });

  it('lets go of the rows that have gone out of sight', async () => {
    const { container } = render(list(1_000));
    const box = container.querySelector('.virtual');
    if (!box) throw new Error('no list');
    const first = new WeakRef(screen.getAllByRole('listitem')[0] as object);
    // Overlapping, as a wheel scrolls: some rows stay each time.
    for (let at = 1; at <= 40; at += 1) {
      box.scrollTop = at * 400;
      void act(() => void fireEvent.scroll(box));
    }
    expect(screen.queryByText('id-0 0')).toBeNull();
    expect(await stillHeld(first)).toBe(0);
  });
});
