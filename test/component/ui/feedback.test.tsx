import './dom.ts';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Avatar,
  Badge,
  Banner,
  CountBadge,
  createAnnouncer,
  createToasts,
  LiveRegion,
  Spinner,
  ToastRegion,
} from '@lotsa/ui';

describe('[G4] LiveRegion', () => {
  it('says each message once, in the region of its urgency', async () => {
    const announcer = createAnnouncer();
    const { container } = render(<LiveRegion announcer={announcer} />);
    const said = (urgency: string) =>
      Array.from(container.querySelectorAll(`[aria-live=${urgency}] p`), (p) => p.textContent);
    expect(said('polite')).toEqual([]);
    await act(() => {
      announcer.polite('Nytt meddelande', 'm1');
      announcer.polite('Nytt meddelande', 'm1');
      announcer.assertive('Anslutningen är bruten');
    });
    expect(said('polite')).toEqual(['Nytt meddelande']);
    expect(said('assertive')).toEqual(['Anslutningen är bruten']);
  });

  it('says the same words again as a new node, and never touches a node that was said', async () => {
    const announcer = createAnnouncer();
    const { container } = render(<LiveRegion announcer={announcer} />);
    await act(() => announcer.polite('Kopierat'));
    const [first] = container.querySelectorAll('p');
    await act(() => announcer.polite('Kopierat'));
    const nodes = container.querySelectorAll('p');
    expect(nodes).toHaveLength(2);
    expect(nodes[0]).toBe(first);
  });

  it('keeps only the latest in the page', () => {
    const announcer = createAnnouncer();
    for (let n = 0; n < 50; n += 1) announcer.polite(`m${n}`, `m${n}`);
    expect(announcer.said.value.map((one) => one.text)).toEqual(['m47', 'm48', 'm49']);
  });
});

describe('ToastRegion', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const show = () => {
    const toasts = createToasts();
    render(<ToastRegion toasts={toasts} label="Meddelanden" dismissLabel="Stäng" />);
    return toasts;
  };
  const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

  it('takes a plain one away after its reading time', async () => {
    const toasts = show();
    await act(() => void toasts.show({ text: 'Sparat' }));
    await wait(4000);
    expect(screen.getByText('Sparat')).toBeTruthy();
    await wait(3000);
    expect(screen.queryByText('Sparat')).toBeNull();
  });

  it('[G4] leaves an error, one with an action and one that is pointed at', async () => {
    const toasts = show();
    const undo = vi.fn<() => void>();
    await act(() => {
      toasts.show({ text: 'Misslyckades', tone: 'error' });
      toasts.show({ text: 'Avslutat', action: { label: 'Ångra', onSelect: undo } });
      toasts.show({ text: 'Kopierat' });
    });
    fireEvent.pointerEnter(screen.getByText('Kopierat').closest('.ui-toast') ?? document.body);
    await wait(60_000);
    expect(toasts.showing.value.map((toast) => toast.text)).toEqual(['Misslyckades', 'Avslutat', 'Kopierat']);
    fireEvent.click(screen.getByRole('button', { name: 'Ångra' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(toasts.showing.value.map((toast) => toast.text)).toEqual(['Misslyckades', 'Kopierat']);
  });

  it('is closed by its button', async () => {
    const toasts = show();
    await act(() => void toasts.show({ text: 'Misslyckades', tone: 'error' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await wait(0);
    expect(screen.queryByText('Misslyckades')).toBeNull();
  });
});

describe('Banner', () => {
  it('is said only when it came up while the page was in use, an error at once', () => {
    render(<Banner>Stängt</Banner>);
    expect(screen.queryByRole('alert')).toBeNull();
    render(<Banner announce>Åter ansluten</Banner>);
    render(
      <Banner tone="error" announce>
        Bruten
      </Banner>,
    );
    expect(
      screen.getAllByRole('alert').map((each) => [each.textContent, each.getAttribute('aria-live')]),
    ).toEqual([
      ['Åter ansluten', 'polite'],
      ['Bruten', null],
    ]);
  });
});

describe('small signs', () => {
  it('a badge says its label in place of its figure', () => {
    render(<Badge label="3 olästa">3</Badge>);
    expect(screen.getByText('3').getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByText('3 olästa')).toBeTruthy();
  });

  it('a count is cut at its limit and is not there at none', () => {
    const { container, rerender } = render(<CountBadge n={120} label="120 olästa" />);
    expect(screen.getByText('99+')).toBeTruthy();
    rerender(<CountBadge n={0} label="0 olästa" />);
    expect(container.textContent).toBe('');
  });

  it.each([
    ['Anna-Karin Berg', 'AB'],
    ['  li  ', 'L'],
    ['Per Olof Öberg', 'PÖ'],
    ['', ''],
  ])('the initials of "%s" are "%s", and hidden', (name, initials) => {
    const { container } = render(<Avatar name={name} />);
    expect(container.textContent).toBe(initials);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });

  it('a spinner with a label is a status, one without is decoration', () => {
    render(<Spinner label="Ansluter" />);
    expect(screen.getByRole('status').textContent).toBe('Ansluter');
    const { container } = render(<Spinner />);
    expect(container.querySelector('[role]')).toBeNull();
  });
});
