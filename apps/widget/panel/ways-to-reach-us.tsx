import { Icon, iconFile, iconMail, iconPhone } from '@lotsa/ui';
import { langOf } from './language.ts';
import type { Panel } from './panel.ts';

/** The site's phone number, e-mail address and forms: each form is a page of its own, which works without script. */
export function WaysToReachUs({ panel }: { readonly panel: Panel }) {
  const { state, language } = panel;
  const { site } = state;
  if (!site) return null;
  return (
    <div class="ways">
      <p>{language.t.orCall}</p>
      <ul class="ways-list">
        <li>
          <a href={`tel:${site.phone.replace(/[^+\d]/g, '')}`}>
            <Icon of={iconPhone} />
            <bdi>{site.phone}</bdi>
          </a>
        </li>
        <li>
          <a href={`mailto:${site.email}`}>
            <Icon of={iconMail} />
            <bdi>{site.email}</bdi>
          </a>
        </li>
        {site.forms.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`/form/${site.id}/${id}?lang=${language.lang}`}
              target="_blank"
              rel="noopener"
              lang={langOf(name, language)}
            >
              <Icon of={iconFile} />
              <bdi>{panel.say(name)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
