import { StatusDot } from '@lotsa/ui';
import { langOf } from './language.ts';
import { offerText } from './offer-text.ts';
import type { Panel } from './panel.ts';
import { WaysToReachUs } from './ways-to-reach-us.tsx';

/** Before the first message: whether somebody is there, what happens, and how what is written is handled. */
export function Welcome({ panel }: { readonly panel: Panel }) {
  const { state, language } = panel;
  const { site, offer } = state;
  const { t, formats } = language;
  if (!site || !offer) return null;
  return (
    <div class="panel-view">
      <div>
        <h2>{offer.chat ? t.hello : t.leaveTitle}</h2>
        <p class="welcome-state">
          <StatusDot status={offer.chat ? 'available' : 'offline'}>{offerText(offer, t, formats)}</StatusDot>
        </p>
        {!offer.chat && site.closedText && (
          <p lang={langOf(site.closedText, language)}>{panel.say(site.closedText)}</p>
        )}
        <p>{offer.chat ? t.helloText : t.leaveText}</p>
      </div>
      <WaysToReachUs panel={panel} />
      <details class="privacy">
        <summary>{t.privacy}</summary>
        <p lang={langOf(site.privacyNotice, language)}>
          {panel.say(site.privacyNotice)}{' '}
          {site.privacyUrl && (
            <a href={site.privacyUrl} target="_blank" rel="noopener noreferrer">
              {t.privacyMore}
            </a>
          )}
        </p>
      </details>
    </div>
  );
}
