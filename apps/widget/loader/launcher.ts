import { guarded } from './guarded.ts';
import { style } from './style.ts';
import { languageOf, words } from './words.ts';

const root = document.documentElement;

/** Makes an element with some of its properties. Never from markup (W3C Trusted Types). */
const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties);

/**
 * Puts the launcher into the page: a button, and nothing else before it is pressed (rule G1). It sits beside `body`, where
 * no script that swaps the page's content takes it away and no style of `body` moves it.
 * @param data the attributes of the script tag.
 * @param origin where the script came from, and the panel comes from.
 */
export function createLauncher(data: DOMStringMap, origin: string): void {
  const { site, phone, email } = data;
  const id = `lotsa-${site}`;
  if (document.getElementById(id)) return;

  // A name of our own, which no style sheet of the page means.
  const host = make('lotsa-chat' as 'div', { id });
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style(data['position'] === 'start' ? 'start' : 'end'));
  shadow.adoptedStyleSheets = [sheet];

  const label = make('span');
  const badge = make('b');
  const button = make('button', { className: 'l' });
  const dialog = make('dialog');
  button.append(make('i'), label, badge);
  button.ariaControlsElements = [dialog];
  shadow.append(button, dialog);

  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let unread = 0;
  let returns = 99;

  const language = (): string => data['lang'] ?? root.lang;

  const speak = () => words[(host.lang = languageOf(language()))] as (typeof words)[string];

  /** Shows how things are, in the language that the page has now. */
  function show(): void {
    // By number: a page may have changed what arrays do when they are taken apart.
    const said = speak();
    const does = (label.textContent = said[dialog.open ? 3 : 0]);
    badge.textContent = unread ? `${unread}` : '';
    button.ariaLabel = unread ? `${does}, ${unread} ${said[4]}` : does;
    button.ariaExpanded = `${dialog.open}`;
    dialog.ariaLabel = said[0];
  }

  /** Tells the panel whether it is on screen; with it comes the focus. */
  function tell(): void {
    if (!ready) return;
    if (dialog.open) frame?.focus();
    frame?.contentWindow?.postMessage(
      {
        lotsa: dialog.open ? 'opened' : 'hidden',
        page: location.origin + location.pathname,
        language: language(),
        topicId: data['topic'],
        departmentId: data['department'],
      },
      origin,
    );
  }

  function load(): void {
    ready = false;
    dialog.className = '';
    frame = make('iframe', {
      title: speak()[0],
      src: `${origin}/chat/${site}?embedded=1&lang=${language()}`,
    });
    dialog.replaceChildren(frame);
    setTimeout(guarded(outOfReach), 8_000);
  }

  /** Other ways to reach people. The frame stays, and takes over when its page comes after all. */
  function outOfReach(): void {
    if (ready) return;
    const said = speak();
    const box = make('div', { dir: 'auto', role: 'alert' });
    const retry = make('button', { textContent: said[2], onclick: guarded(load) });
    box.append(said[1]);
    if (phone) box.append(make('a', { href: `tel:${phone.replace(/\s/g, '')}`, textContent: phone }));
    if (email) box.append(make('a', { href: `mailto:${email}`, textContent: email }));
    box.append(retry, make('button', { textContent: said[3], onclick: guarded(close) }));
    dialog.append(box);
    dialog.className = 'x';
    if (dialog.open) retry.focus();
  }

  function open(): void {
    // On a small screen it covers the page, which is then out of reach of the keyboard too.
    if (innerWidth < 481 || innerHeight < 481) dialog.showModal();
    else dialog.show();
    if (!frame || dialog.className) load();
    show();
    tell();
  }

  function close(): void {
    dialog.close();
  }

  button.onclick = guarded(() => (dialog.open ? close() : open()));
  // From what is ours in it: a key that is pressed in the frame is the panel's.
  dialog.onkeydown = guarded<KeyboardEvent>(({ key }) => {
    if (key === 'Escape') close();
  });
  dialog.onclose = guarded(() => {
    show();
    tell();
    button.focus();
  });

  addEventListener(
    'message',
    guarded(({ source, origin: from, data: message }: MessageEvent<{ lotsa: string; count?: number }>) => {
      if (source !== frame?.contentWindow || from !== origin) return;
      if (message.lotsa === 'ready') {
        ready = true;
        dialog.className = '';
        tell();
      }
      if (message.lotsa === 'close') close();
      // Only the message `unread` has one.
      unread = message.count ?? unread;
      show();
    }),
  );

  const put = guarded<unknown>(() => {
    show();
    // A page that keeps throwing us out gets its will.
    if (!host.isConnected && returns-- > 0) root.append(host);
  });
  put(0);
  new MutationObserver(put).observe(root, { childList: true, attributeFilter: ['lang'] });
}
