import { Button, Checkbox, iconPlus, iconTrash, RadioGroup, TextField } from '@lotsa/ui';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import {
  Amount,
  Choice,
  Group,
  Lines,
  LocalisedField,
  LocalisedText,
  Several,
  Text,
  TextOrNone,
} from '../settings/fields.tsx';
import type { Form, ItemOf } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { languageOptions, optionsOf } from './options.ts';

const MINUTE = 60_000;

const PAGE: SettingsPage<'sites'> = {
  kind: 'sites',
  section: 'sites',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }) => [item.id, ...item.allowedOrigins].join(' · '),
  blank: (app) => ({
    id: '',
    name: { sv: '' },
    centreName: { sv: '' },
    allowedOrigins: [],
    languages: ['sv'],
    phone: '',
    email: '',
    privacyNotice: { sv: '' },
    privacyUrl: null,
    closedText: null,
    defaultTopicId: optionsOf(app, 'topics')[0]?.value ?? '',
    routing: 'manual',
    offerMs: 30_000,
    anybodyAfterMs: 120_000,
    agentGraceMs: 60_000,
    alarmMs: 300_000,
    abandonAfterMs: 30 * MINUTE,
    askTopic: 'optional',
    survey: [{ id: 'ease', question: { sv: app.i18n.t.surveyFirst } }],
    retired: false,
  }),
  fields: function SiteFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    const { languages, defaultTopicId } = form.draft;
    const [first] = optionsOf(app, 'topics');
    // A topic that was made a moment ago may come after the form was opened.
    useEffect(() => {
      if (defaultTopicId === '' && first) form.set('defaultTopicId', first.value);
      // oxlint-disable-next-line react/exhaustive-deps -- once there is one
    }, [first?.value]);
    return (
      <>
        <Group title={t.adminSite}>
          {form.isNew && (
            <TextField
              label={t.field_siteId}
              hint={t.siteIdHint}
              value={form.draft.id}
              error={form.errorAt('id')}
              autocapitalize="none"
              spellcheck={false}
              onValue={(id) => form.set('id', id.toLowerCase())}
            />
          )}
          <Several form={form} field="languages" label={t.field_languages} options={languageOptions(app)} />
          <LocalisedField form={form} field="name" label={t.field_name} languages={languages} />
          <LocalisedField form={form} field="centreName" label={t.field_centreName} languages={languages} />
          <Text form={form} field="phone" type="tel" label={t.field_phone} optional />
          <Text form={form} field="email" type="email" label={t.field_email} optional />
          <Lines form={form} field="allowedOrigins" label={t.field_allowedOrigins} hint={t.originsHint} />
        </Group>
        <Group title={t.adminVisitorTexts}>
          <LocalisedField
            form={form}
            field="privacyNotice"
            label={t.field_privacyNotice}
            languages={languages}
            lines
          />
          <TextOrNone form={form} field="privacyUrl" label={t.field_privacyUrl} hint={t.privacyUrlHint} />
          <LocalisedField
            form={form}
            field="closedText"
            label={t.field_closedText}
            hint={t.closedTextHint}
            languages={languages}
            lines
            none
          />
        </Group>
        <Group title={t.adminQueue}>
          <RadioGroup
            legend={t.field_routing}
            value={form.draft.routing}
            options={[
              { value: 'manual', label: t.routing_manual, hint: t.routingManualHint },
              { value: 'automatic', label: t.routing_automatic, hint: t.routingAutomaticHint },
            ]}
            onValue={(value) => form.set('routing', value)}
          />
          <Amount form={form} field="offerMs" per={1_000} label={t.field_offerMs} />
          <Amount
            form={form}
            field="anybodyAfterMs"
            per={1_000}
            label={t.field_anybodyAfterMs}
            hint={t.anybodyHint}
          />
          <Amount form={form} field="alarmMs" per={MINUTE} label={t.field_alarmMs} />
          <Amount
            form={form}
            field="agentGraceMs"
            per={1_000}
            label={t.field_agentGraceMs}
            hint={t.graceHint}
          />
          <Amount
            form={form}
            field="abandonAfterMs"
            per={MINUTE}
            label={t.field_abandonAfterMs}
            hint={t.abandonHint}
          />
          <Choice
            form={form}
            field="askTopic"
            label={t.field_askTopic}
            options={(['off', 'optional', 'required'] as const).map((value) => ({
              value,
              label: t[`askTopic_${value}`],
            }))}
          />
          <Choice
            form={form}
            field="defaultTopicId"
            label={t.field_defaultTopicId}
            options={optionsOf(app, 'topics')}
          />
        </Group>
        <Survey form={form} />
        {!form.isNew && (
          <Checkbox
            label={t.field_retired}
            hint={t.siteRetiredHint}
            checked={form.draft.retired}
            onChecked={(on) => form.set('retired', on)}
          />
        )}
      </>
    );
  },
};

function Survey({ form }: { readonly form: Form<ItemOf<'sites'>> }) {
  const { t } = useApp().i18n;
  const { survey, languages } = form.draft;
  const set = (next: typeof survey) => form.set('survey', next);
  return (
    <Group title={t.field_survey}>
      <p class="ui-field-hint">{t.surveyHint}</p>
      {survey.map(({ id, question }, at) => (
        <div key={id}>
          <LocalisedText
            label={t.surveyQuestion({ n: at + 1 })}
            languages={languages}
            value={question}
            errorAt={(language) => form.errorAt(`survey.${at}.question.${language}`)}
            onValue={(text) => set(survey.map((one) => (one.id === id ? { id, question: text } : one)))}
          />
          <Button variant="quiet" icon={iconTrash} onClick={() => set(survey.filter((one) => one.id !== id))}>
            {t.surveyRemove({ n: at + 1 })}
          </Button>
        </div>
      ))}
      {survey.length < 5 && (
        <div>
          <Button
            icon={iconPlus}
            onClick={() => {
              const free = [1, 2, 3, 4, 5].find((n) => !survey.some(({ id }) => id === `q${n}`)) ?? 6;
              set([...survey, { id: `q${free}`, question: { sv: '' } }]);
            }}
          >
            {t.surveyAdd}
          </Button>
        </div>
      )}
    </Group>
  );
}

/** The web sites that embed the widget. */
export const SitesScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
