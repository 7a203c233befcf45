import { guarded } from './guarded.ts';
import { style } from './style.ts';
import { languageOf, words } from './words.ts';
import type { Attach, Commands, FromPanel } from './handle.ts';

const root = document.documentElement;

/** Makes an element with some of its properties. Never from markup (W3C Trusted Types). */
const make = <Tag extends keyof HTMLElementTagNameMap, More extends object>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]> & More,
): HTMLElementTagNameMap[Tag] & More => Object.assign(document.createElement(tag), properties);

/**
 * Puts the launcher into the page: a button, and nothing else before it is pressed (rule G1). It sits beside `body`, where
 * no script that swaps the page's content takes it away and no style of `body` moves it. What few pages use (commands,
 * events, theme) and the number of unread messages is a part of its own, `/widget-more.js`, fetched when it is used.
 * @param data the attributes of the script tag.
 * @param origin where the script came from, and the panel comes from.
 */
export function createLauncher(data: DOMStringMap, origin: string): void {
  const { site } = data;
  const id = `lotsa-${site}`;
  if (document.getElementById(id)) return;

  // A name of our own, which no style sheet of the page means.
  const host = make('lotsa-chat' as 'div', { id, data, show });
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style(data['position'] === 'start' ? 'start' : 'end'));
  shadow.adoptedStyleSheets = [sheet];

  const label = make('span');
  const button = make('button', { className: 'l' });
  const dialog = make('dialog');
  button.append(make('i'), label);
  shadow.append(button, dialog);

  const frame = make('iframe');
  let ready = false;
  let returns = 99;

  const language = (): string => data['lang'] ?? root.lang;

  const speak = () => words[(host.lang = languageOf(language()))] as (typeof words)[string];

  /** Shows how things are, in the language that the page has now. */
  function show(): void {
    // By number: a page may have changed what arrays do when they are taken apart.
    const said = speak();
    label.textContent = said[dialog.open ? 1 : 0];
    button.ariaExpanded = `${dialog.open}`;
    dialog.ariaLabel = frame.title = said[0];
    host.hidden = 'hidden' in data;
  }

  /** Tells the panel whether it is on screen; with it comes the focus. */
  function tell(): void {
    show();
    if (!ready) return;
    if (dialog.open) frame.focus();
    frame.contentWindow?.postMessage(
      {
        ...data,
        lotsa: dialog.open ? 'opened' : 'hidden',
        page: location.origin + location.pathname,
        lang: language(),
      },
      origin,
    );
  }

  function load(): void {
    ready = false;
    dialog.className = '';
    frame.src = `${origin}/chat/${site}?embedded=1&lang=${language()}`;
    dialog.replaceChildren(frame);
    setTimeout(guarded(outOfReach), 8_000);
  }

  /** Other ways to reach people. The frame stays, and takes over when its page comes after all. */
  function outOfReach(): void {
    if (ready) return;
    const said = speak();
    const box = make('div', { dir: 'auto', role: 'alert' });
    const link = (scheme: string, to = ''): void => {
      if (to) box.append(make('a', { href: scheme + to.replace(/\s/g, ''), textContent: to }));
    };
    box.append(said[2]);
    link('tel:', data['phone']);
    link('mailto:', data['email']);
    box.append(make('button', { textContent: said[1], onclick: guarded(toggle) }));
    dialog.append(box);
    dialog.className = 'x';
  }

  function toggle(): void {
    if (dialog.open) return dialog.close();
    // On a small screen it covers the page, which is then out of reach of the keyboard too.
    if (innerWidth < 481 || innerHeight < 481) dialog.showModal();
    else dialog.show();
    if (!frame.src || dialog.className) load();
    tell();
  }

  button.onclick = guarded(toggle);
  // From what is ours in it: a key that is pressed in the frame is the panel's.
  dialog.onkeydown = guarded<KeyboardEvent>(({ key }) => {
    if (key === 'Escape') toggle();
  });
  dialog.onclose = guarded(() => {
    tell();
    // It goes back to where it was, unless that is gone.
    if (document.activeElement === document.body) button.focus();
  });

  addEventListener(
    'message',
    guarded(({ source, origin: from, data: heard }: MessageEvent<FromPanel>) => {
      if (source !== frame.contentWindow || from !== origin) return;
      if (heard.lotsa === 'ready') {
        ready = true;
        dialog.className = '';
        tell();
      } else if (heard.lotsa === 'close') dialog.close();
      else void more(heard);
    }),
  );

  /** Never rejects: without the part everything else is as it was. It finds the page's commands by itself. */
  const more = (heard?: FromPanel): Promise<void> =>
    (import(/* @vite-ignore */ `${origin}/widget-more.js`) as Promise<{ default: Attach }>).then(
      (part) => part.default(host, heard),
      () => undefined,
    );

  const put = guarded<unknown>(() => {
    show();
    // A page that keeps throwing us out gets its will.
    if (!host.isConnected && returns-- > 0) root.append(host);
  });
  const start = guarded<unknown>(() => {
    put(0);
    new MutationObserver(put).observe(root, { childList: true, attributeFilter: ['lang'] });
  });
  // What is to look otherwise is not shown before it does.
  if (data['with']) void more().then(start);
  else start(0);

  // Commands are only kept here; the page may have begun with that before we came, and another widget too.
  const lotsa = ((window as { lotsa?: Commands }).lotsa ??= function () {
    queue.push(arguments);
  });
  const queue = (lotsa.q ??= []);
  queue.push = (command) => {
    queue[queue.length] = command;
    void more();
    return 0;
  };
  if (queue[0]) void more();
}
