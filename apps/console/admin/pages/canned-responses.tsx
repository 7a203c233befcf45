import { fillVariables, unknownVariables, VARIABLES, type Variable } from '@lotsa/core';
import { directionOf } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { inLanguage, languageName } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { Group, LocalisedField, Text } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';

/** What a preview is filled in with: nobody's. */
const EXAMPLES: Record<'sv' | 'other', Partial<Record<Variable, string>>> = {
  sv: {
    name: 'Kim Andersson',
    caseNumber: 'EKH-2026-000123',
    link: 'https://chat.exempel.se/case/EKH-2026-000123',
    agent: 'Anna',
    centre: 'Kontaktcenter',
    phone: '0123-45 67 89',
    email: 'kontakt@exempel.se',
    department: 'Samhällsbyggnad',
    nextOpen: 'måndag 08:00',
    position: '3',
    minutes: '5',
  },
  other: {
    name: 'Kim Andersson',
    caseNumber: 'EKH-2026-000123',
    link: 'https://chat.example.se/case/EKH-2026-000123',
    agent: 'Anna',
    centre: 'Contact centre',
    phone: '+46 123 45 67 89',
    email: 'kontakt@example.se',
    department: 'Planning',
    nextOpen: 'Monday 08:00',
    position: '3',
    minutes: '5',
  },
};

const PAGE: SettingsPage<'cannedResponses'> = {
  kind: 'cannedResponses',
  section: 'canned-responses',
  title: ({ shortcut }) => `/${shortcut}`,
  about: ({ item }, { i18n }) => inLanguage(item.text, i18n.lang),
  badge: ({ uses }, { i18n }) => ({ text: i18n.t.cannedUses({ n: uses ?? 0 }), tone: 'neutral' }),
  blank: () => ({ id: '', shortcut: '', text: { sv: '' } }),
  finish: (response, taken) => ({ ...response, id: newIdFrom(response.shortcut, taken) }),
  fields: function CannedResponseFields({ form }) {
    const { i18n } = useApp();
    const { t } = i18n;
    const names = Object.values(VARIABLES).map((each) => `{${each[i18n.lang === 'sv' ? 0 : 1]}}`);
    // Said while it is written; the relay says the same.
    const wrong = Object.values(form.draft.text).flatMap(unknownVariables);
    return (
      <>
        <Group title={t.adminCanned}>
          <Text form={form} field="shortcut" label={t.field_shortcut} hint={t.shortcutHint} />
          <LocalisedField
            form={{
              ...form,
              errorAt: (path) => {
                const language = path.startsWith('text.') ? path.slice(5) : '';
                const unknown = unknownVariables(form.draft.text[language] ?? '');
                return unknown.length > 0
                  ? t.cannedUnknown({ names: unknown.map((name) => `{${name}}`).join(', ') })
                  : form.errorAt(path);
              },
            }}
            field="text"
            label={t.field_text}
            hint={t.cannedHint({ names: names.join(' ') })}
            lines
          />
        </Group>
        {wrong.length === 0 && form.draft.text.sv !== '' && (
          <Group title={t.cannedPreview}>
            {Object.entries(form.draft.text)
              .filter(([, text]) => text.trim() !== '')
              .map(([language, text]) => (
                <div key={language}>
                  <p class="ui-field-hint">{languageName(language, i18n)}</p>
                  <p class="settings-preview" lang={language} dir={directionOf(language)}>
                    {fillVariables(
                      text,
                      EXAMPLES[language === 'sv' || language.startsWith('sv-') ? 'sv' : 'other'],
                    )}
                  </p>
                </div>
              ))}
          </Group>
        )}
      </>
    );
  },
};

/** Short texts that agents reuse. */
export const CannedResponsesScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
