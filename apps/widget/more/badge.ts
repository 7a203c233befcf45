import { emit } from './events.ts';
import type { Widget } from './widget.ts';

const STYLE =
  'b{position:absolute;top:-9px;inset-inline-end:0;padding:0 9px;border-radius:28px;background:#b3261e;color:#fff}b:empty{display:none}';

/** Shows on the launcher how many messages wait, and says it in words (`label`) to those who do not see it. */
export function showUnread(widget: Widget, count: number, label: string): void {
  const { shadow, button } = widget;
  let badge = button.querySelector('b');
  if (!badge) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    badge = document.createElement('b');
    badge.role = 'img';
    button.append(badge);
  }
  badge.textContent = count > 0 ? `${count}` : '';
  badge.ariaLabel = label || `${count}`;
  emit(widget, 'unread', { count });
}
