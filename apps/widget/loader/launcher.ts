import { guarded } from './guarded.ts';
import { style } from './style.ts';
import { wordsOf } from './words.ts';

/** How long the panel may take before we offer phone and e-mail, in milliseconds. */
const PATIENCE = 8_000;
const SMALL = '(max-width:480px),(max-height:480px)';
const root = document.documentElement;

/** Makes an element with its attributes and, last, its text or children. Never markup (W3C Trusted Types). */
function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  element.append(...content);
  return element;
}

/** A speech bubble. */
function icon(): SVGElement {
  const [svg, path] = ['svg', 'path'].map((tag) =>
    document.createElementNS('http://www.w3.org/2000/svg', tag),
  ) as [SVGElement, SVGElement];
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M21 12a8 8 0 0 1-8 8H4l1.8-3.2A8 8 0 1 1 21 12ZM9 12h.01M13 12h.01M17 12h.01');
  svg.append(path);
  return svg;
}

/**
 * Puts the launcher into the page: a button, and nothing else before it is pressed (rule G1). It sits beside `body`, where
 * no script that swaps the page's content takes it away and no style of `body` moves it.
 * @param data the attributes of the script tag.
 * @param origin where the script came from, and the panel comes from.
 */
export function createLauncher(data: DOMStringMap, origin: string): void {
  const site = data['site'] ?? '';
  const id = `lotsa-${site}`;
  if (document.getElementById(id)) return;

  const host = document.createElement('lotsa-chat');
  host.id = id;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style(data['position'] === 'start' ? 'start' : 'end'));
  shadow.adoptedStyleSheets = [sheet];

  const label = make('span', {});
  const badge = make('b', {});
  const button = make(
    'button',
    { class: 'l', 'aria-expanded': 'false', 'aria-controls': 'd' },
    icon(),
    label,
    badge,
  );
  const dialog = make('dialog', { id: 'd' });
  shadow.append(button, dialog);

  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let unread = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let returns = 0;

  const language = (): string => data['lang'] ?? root.lang;
  const tell = (message: object): void => frame?.contentWindow?.postMessage(message, origin);
  const tellState = (): void => {
    if (!dialog.open) return tell({ lotsa: 'hidden' });
    frame?.focus();
    tell({
      lotsa: 'opened',
      page: location.origin + location.pathname,
      language: language() || null,
      topicId: data['topic'] ?? null,
      departmentId: data['department'] ?? null,
    });
  };

  function speak(): void {
    const [launch, title, , , , news] = wordsOf(language());
    label.textContent = launch;
    badge.textContent = unread ? `${unread}` : '';
    button.lang = dialog.lang = language() || 'sv';
    button.setAttribute('aria-label', unread ? `${launch}. ${news}: ${unread}` : launch);
    dialog.setAttribute('aria-label', title);
    frame?.setAttribute('title', title);
  }

  function load(): void {
    dialog.className = '';
    ready = false;
    frame?.remove();
    frame = make('iframe', {
      src: `${origin}/chat/${encodeURIComponent(site)}?embedded=1&lang=${encodeURIComponent(language())}`,
    });
    dialog.replaceChildren(frame);
    speak();
    clearTimeout(timer);
    timer = setTimeout(guarded(outOfReach), PATIENCE);
  }

  /** Other ways to reach people. The frame stays, and takes over when its page comes after all. */
  function outOfReach(): void {
    const [, , sorry, again, leave] = wordsOf(language());
    const { phone, email } = data;
    const retry = make('button', {}, again);
    const away = make('button', {}, leave);
    retry.onclick = guarded(load);
    away.onclick = guarded(close);
    const box = make('div', { dir: 'auto', role: 'alert' }, make('p', {}, sorry));
    if (phone) box.append(make('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone));
    if (email) box.append(make('a', { href: `mailto:${email}` }, email));
    box.append(retry, away);
    dialog.append(box);
    dialog.className = 'x';
    if (dialog.open) retry.focus();
  }

  function open(): void {
    button.setAttribute('aria-expanded', 'true');
    // On a small screen it covers the page, which is then out of reach of the keyboard too.
    if (matchMedia(SMALL).matches) dialog.showModal();
    else dialog.show();
    if (!frame || dialog.className) load();
    else if (ready) tellState();
  }

  function close(): void {
    dialog.close();
  }

  button.onclick = guarded(() => (dialog.open ? close() : open()));
  dialog.onkeydown = guarded((event: KeyboardEvent) => event.key === 'Escape' && close());
  dialog.onclose = guarded(() => {
    button.setAttribute('aria-expanded', 'false');
    tellState();
    button.focus();
  });

  addEventListener(
    'message',
    guarded(({ source, origin: from, data: message }: MessageEvent<{ lotsa?: unknown; count?: unknown }>) => {
      if (!frame || source !== frame.contentWindow || from !== origin) return;
      if (message.lotsa === 'ready') {
        clearTimeout(timer);
        ready = true;
        dialog.className = '';
        tellState();
      }
      if (message.lotsa === 'close') close();
      if (message.lotsa === 'unread') {
        unread = Number(message.count) || 0;
        speak();
      }
    }),
  );

  const put = guarded(() => {
    speak();
    // A page that keeps throwing us out gets its will.
    if (!host.isConnected && returns++ < 99) root.append(host);
  });
  put();
  new MutationObserver(put).observe(root, { childList: true, attributeFilter: ['lang'] });
}
