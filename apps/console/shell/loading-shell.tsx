import { Skeleton } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { Brand } from './brand.tsx';
import './header.css';
import './shell.css';
import './loading-shell.css';

/** The desk before its first answer: the panes are where they will be. */
export function LoadingShell() {
  const { t } = useApp().i18n;
  return (
    <div class="shell" data-pane="list" aria-busy="true">
      <header class="header">
        <Brand />
      </header>
      <nav class="rail" aria-label={t.lists} />
      <section class="list-pane loading-list" aria-label={t.lists}>
        <Skeleton lines={3} />
        <Skeleton lines={3} />
        <Skeleton lines={3} />
        <Skeleton lines={3} />
      </section>
      <main class="conversation-place loading-conversation">
        <p role="status">{t.loading}</p>
      </main>
    </div>
  );
}
