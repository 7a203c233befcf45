import { guarded } from './loader/guarded.ts';
import type { Attach } from './loader/handle.ts';
import { showUnread } from './more/badge.ts';
import { runCommands } from './more/commands.ts';
import { widgetOf } from './more/widget.ts';

/**
 * What few pages use, fetched when it is: the page's commands, events, its theme, and the number of unread messages. One
 * module for all widgets of a page. It never throws into the page (rule G2).
 */
const attach: Attach = async (host, heard) => {
  try {
    const widget = widgetOf(host);
    if (heard?.lotsa === 'unread') showUnread(widget, heard.count, heard.label);
    // The launcher comes into the page after this part, when it was waited for.
    setTimeout(guarded(runCommands), 0, widget);
    if (host.data['with']?.includes('theme')) (await import('./more/theme.ts')).followTheme(widget);
  } catch {
    // Then the launcher is as it is without this part.
  }
};

export default attach;
