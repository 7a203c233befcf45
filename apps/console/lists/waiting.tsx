import { VisuallyHidden } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { duration, urgency } from './duration.ts';

/** How long somebody has waited for us. It ticks, unseen by screen readers until they look. */
export function Waiting({ since }: { readonly since: number }) {
  const { now, i18n } = useApp();
  const ms = now.value - since;
  return (
    <span class="waiting" data-urgency={urgency(ms)}>
      <VisuallyHidden>{i18n.t.waits} </VisuallyHidden>
      <time dateTime={new Date(since).toISOString()}>{duration(ms, i18n.t)}</time>
    </span>
  );
}
