import { Icon, iconMail, iconPhone } from '@lotsa/ui';
import type { Panel } from './panel.ts';

/** The site's phone number and e-mail address. */
export function WaysToReachUs({ panel }: { readonly panel: Panel }) {
  const { site } = panel.state;
  if (!site) return null;
  return (
    <div class="ways">
      <p>{panel.language.t.orCall}</p>
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
      </ul>
    </div>
  );
}
