import type { Directory } from '@lotsa/client';
import type { Site } from '@lotsa/protocol';
import { RadioGroup, SelectField, TextField } from '@lotsa/ui';
import { parseColour } from '@lotsa/ui/theme';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { departmentName, inLanguage, languageName } from '../names/names.ts';
import { ContrastReport } from './contrast-report.tsx';

/** What is chosen, as it is written; an empty text is no choice. */
export interface Choices {
  siteId: string;
  lang: string;
  position: 'start' | 'end';
  department: string;
  topic: string;
  phone: string;
  email: string;
  accent: string;
  accentText: string;
}

/** Whether a colour is written as it must be, or not at all. */
export const isColour = (text: string): boolean => text === '' || /^#[0-9a-f]{6}$/i.test(text);

interface ChoicesFormProps {
  readonly directory: Directory;
  readonly site: Site;
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
}

/** How the site is to be embedded. */
export function ChoicesForm({ directory, site, choices, onChange }: ChoicesFormProps) {
  const { i18n } = useApp();
  const { t, lang } = i18n;
  const { departments, topics } = directory;
  const any = { value: '', label: t.embedAny };
  const topicsOf = topics.filter(
    ({ departmentId }) => !choices.department || departmentId === choices.department,
  );
  const { accent, accentText } = choices;
  const colour = (text: string): string | undefined => (isColour(text) ? undefined : t.embedNoColour);
  return (
    <section class="embed-choices" aria-labelledby="embed-choices">
      <h3 id="embed-choices">{t.embedChoices}</h3>
      <div class="embed-fields">
        <SiteSelect value={choices.siteId} onValue={(siteId) => onChange({ siteId, lang: '' })} />
        <SelectField
          label={t.embedLanguage}
          value={choices.lang}
          onValue={(tag) => onChange({ lang: tag })}
          options={[
            { value: '', label: t.embedLanguagePage },
            ...site.languages.map((tag) => ({ value: tag, label: languageName(tag, i18n) })),
          ]}
        />
        <SelectField
          label={t.embedDepartment}
          value={choices.department}
          onValue={(department) => onChange({ department, topic: '' })}
          options={[
            any,
            ...departments.map(({ id }) => ({ value: id, label: departmentName(directory, id, i18n) })),
          ]}
        />
        <SelectField
          label={t.embedTopic}
          value={choices.topic}
          onValue={(topic) => onChange({ topic })}
          options={[any, ...topicsOf.map(({ id, name }) => ({ value: id, label: inLanguage(name, lang) }))]}
        />
        <TextField
          type="tel"
          label={t.embedPhone}
          hint={t.embedReachHint}
          value={choices.phone}
          maxLength={40}
          onValue={(phone) => onChange({ phone })}
        />
        <TextField
          type="email"
          label={t.embedEmail}
          hint={t.embedReachHint}
          value={choices.email}
          maxLength={254}
          onValue={(email) => onChange({ email })}
        />
        <TextField
          label={t.embedAccent}
          hint={t.embedAccentHint}
          error={colour(accent)}
          value={accent}
          spellcheck={false}
          onValue={(text) => onChange({ accent: text.trim() })}
        />
        <TextField
          label={t.embedAccentText}
          hint={t.embedAccentTextHint}
          error={colour(accentText)}
          value={accentText}
          spellcheck={false}
          onValue={(text) => onChange({ accentText: text.trim() })}
        />
      </div>
      <RadioGroup
        legend={t.embedPosition}
        hint={t.embedPositionHint}
        value={choices.position}
        onValue={(position) => onChange({ position })}
        options={[
          { value: 'end', label: t.embedPosition_end },
          { value: 'start', label: t.embedPosition_start },
        ]}
      />
      <div aria-live="polite">
        {accent && parseColour(accent) && isColour(accentText) && (
          <ContrastReport theme={{ accent, accentText: accentText || undefined }} />
        )}
      </div>
    </section>
  );
}
