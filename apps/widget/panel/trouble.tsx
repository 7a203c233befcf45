import { Button, iconRetry } from '@lotsa/ui';
import type { Panel } from './panel.ts';
import { WaysToReachUs } from './ways-to-reach-us.tsx';

/** The relay cannot be reached, or this page is older than it. */
export function Trouble({ panel }: { readonly panel: Panel }) {
  const { state, chat, language } = panel;
  const { phase, error } = state;
  const { t } = language;
  const outdated = phase === 'outdated';
  const unknown = error?.code === 'not_found';
  return (
    <div class="panel-view" role="alert">
      <h2>{outdated ? t.outdated : unknown ? t.unknownSite : t.unreachable}</h2>
      {!unknown && <p>{outdated ? t.outdatedText : t.unreachableText}</p>}
      <p>
        <Button
          variant="primary"
          icon={iconRetry}
          onClick={() => (outdated ? location.reload() : chat.retry())}
        >
          {outdated ? t.reload : t.retry}
        </Button>
      </p>
      <WaysToReachUs panel={panel} />
    </div>
  );
}
