import { builtInType } from '@lotsa/core';
import { STAFF_STATUSES } from '@lotsa/protocol';
import { Checkbox } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { AmountOrNone, Group, LocalisedField } from '../settings/fields.tsx';
import { isSame, newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';

const PAGE: SettingsPage<'caseTypes'> = {
  kind: 'caseTypes',
  section: 'case-types',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }, { i18n }) => item.statuses.map((status) => i18n.t[`caseStatus_${status}`]).join(' · '),
  badge: ({ item }, { i18n }) =>
    builtInType(item.id) === undefined
      ? null
      : isSame(builtInType(item.id), item)
        ? { text: i18n.t.typeBuiltIn, tone: 'neutral' }
        : { text: i18n.t.typeAdapted, tone: 'accent' },
  blank: () => ({
    id: '',
    name: { sv: '' },
    statuses: ['inProgress', 'waitingForVisitor', 'done', 'notOurs'],
    replyWorkdays: null,
    front: false,
    anonymous: false,
  }),
  finish: (type, taken) => ({ ...type, id: newIdFrom(type.name.sv, taken) }),
  // What everybody has is there whatever is removed: only its changes are.
  mayRemove: ({ item }) => !isSame(builtInType(item.id), item),
  fields: function CaseTypeFields({ form }) {
    const { t } = useApp().i18n;
    const { statuses } = form.draft;
    const wrong = form.errorAt('statuses');
    return (
      <Group title={t.kind_caseTypes}>
        {builtInType(form.draft.id) && <p class="ui-field-hint">{t.typeBuiltInHint}</p>}
        <LocalisedField form={form} field="name" label={t.field_name} />
        <fieldset class="settings-several">
          <legend class="ui-field-label">{t.field_statuses}</legend>
          <p class="ui-field-hint">{t.typeStatusesHint}</p>
          <div class="settings-checks">
            {STAFF_STATUSES.map((status) => (
              <Checkbox
                key={status}
                label={t[`caseStatus_${status}`]}
                checked={statuses.includes(status)}
                aria-invalid={wrong ? true : undefined}
                onChecked={(on) =>
                  // In the one order that a case goes through them.
                  form.set(
                    'statuses',
                    STAFF_STATUSES.filter((one) => (one === status ? on : statuses.includes(one))),
                  )
                }
              />
            ))}
          </div>
          {wrong && <p class="ui-field-error">{wrong}</p>}
        </fieldset>
        <AmountOrNone
          form={form}
          field="replyWorkdays"
          label={t.field_replyWorkdays}
          hint={t.typeReplyHint}
        />
        <Checkbox
          label={t.field_front}
          hint={t.typeFrontHint}
          checked={form.draft.front}
          onChecked={(on) => form.set('front', on)}
        />
        <Checkbox
          label={t.field_anonymous}
          hint={form.errorAt('anonymous') ?? t.typeAnonymousHint}
          aria-invalid={form.errorAt('anonymous') ? true : undefined}
          checked={form.draft.anonymous}
          onChecked={(on) => form.set('anonymous', on)}
        />
      </Group>
    );
  },
};

/** The types of case, with the flow of each. */
export const CaseTypesScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
