import { Banner } from '@lotsa/ui';
import { langOf } from '../language.ts';
import { Linked } from '../linked.tsx';
import type { Panel } from '../panel.ts';
import { Known } from './known.tsx';

const TONES = { critical: 'error', major: 'warn', info: 'info' } as const;

/** What is said above everything else: what everybody is told, and as whom this visitor is known. */
export function Banners({ panel }: { readonly panel: Panel }) {
  return (
    <>
      {panel.state.banners.length > 0 && <Told panel={panel} />}
      <Known panel={panel} />
    </>
  );
}

/** What everybody is told first, also in the middle of a conversation: the gravest as an alarm. */
function Told({ panel }: { readonly panel: Panel }) {
  const { state, language } = panel;
  const { t } = language;
  return (
    <div class="banners">
      {state.banners.map(({ id, severity, text, links }) => (
        <Banner key={id} tone={TONES[severity]} title={t.important} announce>
          <p lang={langOf(text, language)}>
            <Linked text={panel.say(text)} />
          </p>
          {links.map(({ label, url }) => (
            <p key={url} lang={langOf(label, language)}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {panel.say(label)}
              </a>
            </p>
          ))}
        </Banner>
      ))}
    </div>
  );
}
