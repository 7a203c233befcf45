import { embedPolicy, embedStyle, embedTag } from '@lotsa/core';
import type { EmbedOptions } from '@lotsa/protocol';
import { Banner, Icon, iconExternal, Skeleton, VisuallyHidden } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { type Choices, ChoicesForm, isColour } from './choices.tsx';
import { HandOverPart } from './hand-over-part.tsx';
import { OriginsPart } from './origins-part.tsx';
import { Snippet } from './snippet.tsx';
import { useLoader } from './use-loader.ts';
import './embedding.css';

/** Makes the script tag of a site, shows it on a test page, and says what the web site must allow. */
export function EmbeddingScreen() {
  const { state, i18n } = useApp();
  const { t } = i18n;
  const { me, directory } = state.value;
  const loader = useLoader();
  const [choices, setChoices] = useState<Choices | null>(null);
  const sites = directory?.sites ?? [];
  const site = sites.find(({ id }) => id === choices?.siteId) ?? sites[0];
  if (!me || !directory || !site) return <Skeleton lines={6} />;

  const { phone, email } = site;
  const chosen: Choices = choices ?? {
    siteId: site.id,
    lang: '',
    position: 'end',
    department: '',
    topic: '',
    phone,
    email,
    accent: '',
    accentText: '',
  };
  const options = optionsOf(chosen);
  const { origin } = location;
  const test = `/embed-test/${encodeURIComponent(site.id)}?${new URLSearchParams(options as Record<string, string>)}`;
  const tag = embedTag(site.id, options, { origin, path: '/widget.js', integrity: null });
  const style = embedStyle(options);
  return (
    <div class="embedding">
      <ChoicesForm
        directory={directory}
        site={site}
        choices={chosen}
        onChange={(changed) => {
          const to = sites.find(({ id }) => id === changed.siteId);
          setChoices({ ...chosen, ...(to && { phone: to.phone, email: to.email }), ...changed });
        }}
      />
      <Snippet title={t.embedTag} text={t.embedTagText} code={tag} />
      {style && <Snippet title={t.embedStyle} text={t.embedStyleText} code={style} />}
      <Snippet title={t.embedPolicy} text={t.embedPolicyText} code={embedPolicy(origin)} />
      <section class="embed-live" aria-labelledby="embed-live">
        <h3 id="embed-live">{t.embedLive}</h3>
        <p>{t.embedLiveText}</p>
        <p>
          <a href={test} target="_blank" rel="noopener">
            {t.embedOpenPage} <Icon of={iconExternal} />
            <VisuallyHidden>({t.opensInNewTab})</VisuallyHidden>
          </a>
        </p>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, which shows the chat as it is */}
        <iframe key={test} class="embed-frame" src={test} title={t.embedLive} />
      </section>
      <OriginsPart me={me} site={site} />
      {me.role === 'administrator' && <HandOverPart key={site.id} site={site} />}
      <section class="embed-pin" aria-labelledby="embed-pin">
        <h3 id="embed-pin">{t.embedPin}</h3>
        <p>{t.embedPinText}</p>
        {loader === 'failed' && <Banner tone="warn">{t.embedNoLoader}</Banner>}
        {loader === null && <Skeleton lines={2} />}
        {loader && loader !== 'failed' && (
          <Snippet
            title={t.embedPinned}
            text={loader.integrity}
            code={embedTag(site.id, options, { origin, ...loader })}
          />
        )}
      </section>
    </div>
  );
}

/** What of the choices is chosen, and right. */
function optionsOf(choices: Choices): EmbedOptions {
  const { position, accent, accentText, lang, department, topic, phone, email } = choices;
  const texts = { lang, department, topic, phone, email };
  const given = Object.entries(texts).flatMap(([name, text]) => {
    const written = text.trim();
    return written ? [[name, written] as const] : [];
  });
  const colour = accent !== '' && isColour(accent);
  return {
    ...(Object.fromEntries(given) as EmbedOptions),
    ...(position === 'start' ? { position } : {}),
    ...(colour ? { accent } : {}),
    ...(colour && accentText !== '' && isColour(accentText) ? { accentText } : {}),
  };
}
