import { accessOf } from '@lotsa/core';
import { iconBack, IconButton } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { Guarded } from '../errors/guarded.tsx';
import { About } from './about.tsx';
import { Agreement } from './agreement.tsx';
import { Earlier } from './earlier.tsx';
import { HandoffHistory } from './handoff-history.tsx';
import { Suggestions } from './suggestions.tsx';
import './context-pane.css';

/** What one needs to know beside the conversation. */
export function ContextPane({ id }: { readonly id: string }) {
  const { state, i18n, contextShown } = useApp();
  const { t } = i18n;
  const { conversations, directory, me } = state.value;
  const conversation = conversations.get(id);
  const access = conversation && me && accessOf({ type: 'staff', user: me }, conversation);
  return (
    <aside class="context-pane" aria-label={t.context}>
      <header class="context-head">
        <IconButton
          class="context-back"
          icon={iconBack}
          mirror
          label={t.back}
          onClick={() => (contextShown.value = false)}
        />
        <h2>{t.context}</h2>
      </header>
      {conversation && directory && me && (
        <div class="context-body">
          <Guarded of={id}>
            {access?.note && <Suggestions conversation={conversation} directory={directory} />}
            {access?.read && <Earlier conversation={conversation} />}
            <HandoffHistory conversation={conversation} directory={directory} />
            <Agreement conversation={conversation} directory={directory} />
            <About conversation={conversation} directory={directory} />
          </Guarded>
        </div>
      )}
    </aside>
  );
}
