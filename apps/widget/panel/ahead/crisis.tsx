import { Banner } from '@lotsa/ui';
import { langOf } from '../language.ts';
import { Linked } from '../linked.tsx';
import type { Panel } from '../panel.ts';

/** What everybody is told first while there is a crisis, also in the middle of a conversation. */
export function Crisis({ panel }: { readonly panel: Panel }) {
  const { state, language } = panel;
  const crisis = state.site?.crisis;
  if (!crisis) return null;
  const { severity, text, links } = crisis;
  return (
    <div class="crisis">
      <Banner tone={severity === 'major' ? 'error' : 'warn'} title={language.t.crisis} announce>
        <p lang={langOf(text, language)}>
          <Linked text={panel.say(text)} />
        </p>
        {links.map((href) => (
          <p key={href}>
            <a href={href} target="_blank" rel="noopener noreferrer">
              {language.t.crisisMore({ host: new URL(href).host })}
            </a>
          </p>
        ))}
      </Banner>
    </div>
  );
}
