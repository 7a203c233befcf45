import { EmptyState, iconChat } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { ConversationPane } from './conversation-pane.tsx';
import type { Split } from './split.ts';

/** Two conversations beside each other. Whoever works in one makes it the current one. */
export function SplitPanes({ split }: { readonly split: Split }) {
  const { i18n, route } = useApp();
  const { t } = i18n;
  return (
    <div class="split">
      {split.places.map((id, at) =>
        id === null ? (
          <div key={at}>
            <EmptyState icon={iconChat} title={t.splitPick}>
              {t.splitPickText}
            </EmptyState>
          </div>
        ) : (
          <div
            key={at}
            data-current={id === split.current || undefined}
            onFocusIn={() => route.open(id)}
            onPointerDown={() => route.open(id)}
          >
            <ConversationPane key={id} id={id} />
          </div>
        ),
      )}
    </div>
  );
}
