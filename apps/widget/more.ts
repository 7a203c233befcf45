import { guarded } from './loader/guarded.ts';
import type { Attach, LauncherElement } from './loader/handle.ts';
import { showUnread } from './more/badge.ts';
import { runCommands } from './more/commands.ts';
import { tellPanel, widgetOf } from './more/widget.ts';
import { emit } from './more/events.ts';

/**
 * What few pages use, fetched when it is: the page's commands, events, its theme, and the number of unread messages. One
 * module for all widgets of a page. It never throws into the page (rule G2).
 */
const attach: Attach = async (host, heard) => {
  try {
    const widget = widgetOf(host);
    if (heard?.lotsa === 'unread') showUnread(widget, heard.count, heard.label);
    if (heard?.lotsa === 'identified')
      emit(widget, 'identified', { verified: heard.reason === null, reason: heard.reason });
    // The launcher comes into the page after this part, when it was waited for.
    setTimeout(guarded(runAll), 0, 0);
    if (!host.data['with']?.includes('theme')) return;
    const { followTheme } = await import('./more/theme.ts');
    followTheme(widget, (corrections) => {
      tellPanel(widget);
      if (widget.theme) emit(widget, 'theme', { corrections });
    });
  } catch {
    // Then the launcher is as it is without this part.
  }
};

/** The loader that came last calls for all. */
function runAll(): void {
  for (const host of document.querySelectorAll<LauncherElement>('lotsa-chat')) {
    if ('data' in host) runCommands(widgetOf(host));
  }
}

export default attach;
