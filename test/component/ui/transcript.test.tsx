import './dom.ts';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { createFormats, Transcript, Typing, type TranscriptItem, type TranscriptProps } from '@lotsa/ui';
import { stillHeld } from '../../support/memory.ts';

const formats = createFormats('sv', { now: () => Date.parse('2026-11-21T12:00:00Z') });
const texts = {
  own: 'Du',
  note: 'Intern anteckning',
  retry: 'Försök igen',
  newMessages: (n: number) => `${n} nya`,
  states: {
    sending: 'Skickas',
    sent: 'Skickat',
    delivered: 'Levererat',
    read: 'Läst',
    failed: 'Misslyckades',
  },
};

const message = (key: string, more: Partial<TranscriptItem> = {}): TranscriptItem => ({
  key,
  side: 'other',
  author: 'Anna',
  text: `text ${key}`,
  at: '2026-11-21T10:00:00Z',
  ...more,
});

const transcript = (items: readonly TranscriptItem[], props: Partial<TranscriptProps> = {}) => (
  <Transcript items={items} label="Samtalet" texts={texts} formats={formats} {...props} />
);
const log = () => screen.getByRole('log', { name: 'Samtalet' });
const entry = (text: string) => {
  const found = screen.getByText(text).closest<HTMLElement>('[role=listitem]');
  if (!found) throw new Error(`no entry "${text}"`);
  return found;
};

/** jsdom lays nothing out: this says how high the log is and how far it is scrolled. */
function layOut(height: () => number) {
  const box = log();
  Object.defineProperty(box, 'scrollHeight', { configurable: true, get: height });
  Object.defineProperty(box, 'clientHeight', { configurable: true, value: 100 });
  return box;
}

describe('[G4] what a screen reader hears', () => {
  it('each message once: only what is added is said, and a change of state is not', () => {
    const { rerender } = render(transcript([message('a', { side: 'own', state: 'sending' })]));
    expect(log().getAttribute('aria-relevant')).toBe('additions');
    const before = entry('text a');
    expect(within(before).getByText('Skickas').closest('[aria-live=off]')).toBeTruthy();
    rerender(transcript([message('a', { side: 'own', state: 'read' }), message('b')]));
    expect(entry('text a')).toBe(before);
    expect(within(before).getByText('Läst')).toBeTruthy();
  });

  it('each message has its sender, also where it is not shown again', () => {
    render(transcript([message('a'), message('b'), message('c', { side: 'own', author: undefined })]));
    expect(entry('text a').textContent).toContain('Anna');
    expect(within(entry('text b')).getByText('Anna').closest('.visually-hidden')).toBeTruthy();
    expect(within(entry('text c')).getByText('Du').closest('.visually-hidden')).toBeTruthy();
  });

  it('who is typing stands outside the log', () => {
    render(transcript([message('a')], { after: <Typing>Anna skriver</Typing> }));
    expect(log().contains(screen.getByText('Anna skriver'))).toBe(false);
  });

  it('history that is being filled in is not read aloud', () => {
    render(transcript([], { busy: true }));
    expect(log().getAttribute('aria-busy')).toBe('true');
  });

  it('a message carries its language and direction', () => {
    render(transcript([message('a', { lang: 'ar', dir: 'rtl' }), message('b')]));
    expect(screen.getByText('text a').lang).toBe('ar');
    expect(screen.getByText('text a').dir).toBe('rtl');
    expect(screen.getByText('text b').dir).toBe('auto');
  });
});

describe('Transcript', () => {
  it('separates the days and groups what one author writes in a row', () => {
    render(
      transcript([
        message('a', { at: '2026-11-20T10:00:00Z' }),
        message('b'),
        message('c', { at: '2026-11-21T10:01:00Z' }),
        message('d', { at: '2026-11-21T10:10:00Z' }),
        message('e', { at: '2026-11-21T10:10:01Z', author: 'Björn' }),
      ]),
    );
    expect(screen.getByText('i går')).toBeTruthy();
    expect(screen.getByText('i dag')).toBeTruthy();
    const continued = ['a', 'b', 'c', 'd', 'e'].filter((key) => entry(`text ${key}`).dataset['continued']);
    expect(continued).toEqual(['c']);
  });

  it('calls a day yesterday once midnight has passed', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-21T22:59:00Z'), toFake: ['Date'] });
    try {
      const live = { formats: createFormats('sv') };
      const items = [message('a')];
      const { rerender } = render(transcript(items, live));
      expect(screen.getByText('i dag')).toBeTruthy();
      vi.setSystemTime(Date.parse('2026-11-21T23:00:00Z'));
      rerender(transcript([...items], live));
      expect(screen.getByText('i går')).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });

  it('marks a note in words', () => {
    render(transcript([message('a', { side: 'note', author: 'Björn' })]));
    expect(entry('text a').textContent).toContain('Björn · Intern anteckning');
  });

  it('renders text only as text, and links by the given function', () => {
    const renderText = (text: string) => <a href="https://ekhamra.example/">{text}</a>;
    const { rerender } = render(transcript([message('a', { text: '<b>hej</b>' })]));
    expect(screen.getByText('<b>hej</b>')).toBeTruthy();
    rerender(transcript([message('a', { text: 'länk' })], { renderText }));
    expect(screen.getByRole('link', { name: 'länk' })).toBeTruthy();
  });

  it('[D5] shows each state in words, and a way to retry what failed', () => {
    const onRetry = vi.fn<(key: string) => void>();
    const own = (key: string, state: TranscriptItem['state']) => message(key, { side: 'own', state });
    render(transcript([own('a', 'sent'), own('b', 'delivered'), own('c', 'failed')], { onRetry }));
    expect(within(entry('text a')).getByText('Skickat')).toBeTruthy();
    expect(within(entry('text b')).getByText('Levererat')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(onRetry.mock.calls).toEqual([['c']]);
  });

  it('stays one list with each message where it was, while hundreds come in above and below', () => {
    const all = Array.from({ length: 300 }, (_, n) => message(String(n)));
    const listed = () => [...screen.getByRole('list').querySelectorAll('[role=listitem].ui-message')];
    const { rerender } = render(transcript(all.slice(150, 220)));
    const before = listed();
    rerender(transcript(all.slice(70, 221)));
    rerender(transcript(all));
    expect(listed().map((each) => each.querySelector('.ui-message-text')?.textContent)).toEqual(
      all.map(({ text }) => text),
    );
    expect(before.every((each, n) => each === listed()[150 + n])).toBe(true);
  });

  it('renders again only the messages that changed', () => {
    const items = [message('a'), message('b')];
    const renderText = vi.fn<(text: string) => string>((text) => text);
    const { rerender } = render(transcript(items, { renderText }));
    renderText.mockClear();
    rerender(transcript([...items, message('c')], { renderText }));
    expect(renderText.mock.calls.map(([text]) => text)).toEqual(['text c']);
  });

  it('lets go of what was drawn before, message by message', async () => {
    const items = Array.from({ length: 20 }, (_, n) => message(String(n)));
    const { rerender } = render(transcript([]));
    const drawn = items.map((_, n) => {
      const before = <p>{n}</p>;
      rerender(transcript(items.slice(0, n + 1), { before }));
      return new WeakRef(before);
    });
    rerender(transcript(items));
    expect(await stillHeld(...drawn)).toBe(0);
  });
});

describe('scrolling', () => {
  const start = [message('a'), message('b')];

  it('follows new messages while the reader is at the end', () => {
    const { rerender } = render(transcript(start));
    let height = 300;
    const box = layOut(() => height);
    height = 400;
    rerender(transcript([...start, message('c')]));
    expect(box.scrollTop).toBe(400);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leaves a reader who has scrolled up, counts what is new, and goes there when asked', () => {
    const { rerender } = render(transcript(start));
    const box = layOut(() => 500);
    box.scrollTop = 50;
    fireEvent.scroll(box);
    rerender(transcript([...start, message('c'), message('d')]));
    expect(box.scrollTop).toBe(50);
    fireEvent.click(screen.getByRole('button', { name: '2 nya' }));
    expect(box.scrollTop).toBe(500);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('[D5] says when what is new is out of sight, and when it has come into sight', () => {
    const onAtEnd = vi.fn<(atEnd: boolean) => void>();
    const { rerender } = render(transcript(start, { onAtEnd }));
    const box = layOut(() => 500);
    expect(onAtEnd).not.toHaveBeenCalled();
    box.scrollTop = 50;
    fireEvent.scroll(box);
    fireEvent.scroll(box);
    expect(onAtEnd.mock.calls).toEqual([[false]]);
    rerender(transcript([...start, message('c')], { onAtEnd }));
    expect(onAtEnd.mock.calls).toEqual([[false]]);
    fireEvent.click(screen.getByRole('button', { name: '1 nya' }));
    expect(onAtEnd.mock.calls).toEqual([[false], [true]]);
  });

  it('goes to the end when the reader writes', () => {
    const { rerender } = render(transcript(start));
    const box = layOut(() => 500);
    box.scrollTop = 50;
    fireEvent.scroll(box);
    rerender(transcript([...start, message('c', { side: 'own', state: 'sending' })]));
    expect(box.scrollTop).toBe(500);
  });

  it('keeps what is read in place when earlier messages come in above', () => {
    let height = 500;
    const { rerender } = render(transcript(start));
    const box = layOut(() => height);
    box.scrollTop = 50;
    fireEvent.scroll(box);
    rerender(transcript([...start]));
    height = 800;
    rerender(transcript([message('z', { at: '2026-11-20T10:00:00Z' }), ...start]));
    expect(box.scrollTop).toBe(350);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
