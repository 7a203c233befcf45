import { Banner } from '@lotsa/ui';
import { type GivenTheme, themeOf } from '@lotsa/ui/theme';
import { useApp } from '../app-context.ts';

/** What of the chosen colours not everybody could read, and what is used instead. */
export function ContrastReport({ theme }: { readonly theme: GivenTheme }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const made = themeOf(theme);
  if (!made) return null;
  if (made.corrections.length === 0) return <Banner tone="ok">{t.embedContrastPasses}</Banner>;
  return (
    <Banner tone="warn" title={t.embedContrastFails}>
      <ul>
        {made.corrections.map(({ what, given, used, ratio, needed }) => (
          <li key={what}>
            {t[`embedCorrection_${what}`]({
              given,
              used,
              ratio: formats.number(ratio),
              needed: formats.number(needed),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
