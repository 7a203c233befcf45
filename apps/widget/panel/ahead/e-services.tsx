import type { PublicEServices } from '@lotsa/protocol';
import { Icon, iconExternal } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Panel } from '../panel.ts';

/** What can be done on the web about the topic, in a window of its own. Without an answer there is none. */
export function EServices({ panel }: { readonly panel: Panel }) {
  const { state, topic, language } = panel;
  const { t, lang } = language;
  const site = state.site?.id ?? '';
  const [services, setServices] = useState<PublicEServices['services']>([]);
  useEffect(() => {
    setServices([]);
    if (topic.id === null) return undefined;
    const aborted = new AbortController();
    const query = new URLSearchParams({ topic: topic.id, lang });
    fetch(`/api/sites/${encodeURIComponent(site)}/e-services?${query}`, {
      credentials: 'omit',
      signal: aborted.signal,
    })
      .then((response) => (response.ok ? (response.json() as Promise<PublicEServices>) : { services: [] }))
      .then(
        (found) => setServices(found.services),
        () => undefined,
      );
    return () => aborted.abort();
  }, [site, topic.id, lang]);
  if (services.length === 0) return null;
  return (
    <section class="suggestions" aria-labelledby="e-services">
      <h2 id="e-services">{t.eServices}</h2>
      <ul class="suggestions-list">
        {services.map(({ id, name, language: written, url }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noopener noreferrer" lang={written} dir="auto">
              <Icon of={iconExternal} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
