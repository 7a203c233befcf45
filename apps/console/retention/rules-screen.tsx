import { RECORDS } from '@lotsa/core';
import { RecordClass, RecordType } from '@lotsa/protocol';
import { Checkbox, SelectField, TextField } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { kindOptions } from '../cases/case-names.ts';
import { useCaseSettings } from '../cases/use-case-settings.ts';
import type { SectionProps } from '../admin/sections/section.ts';
import { Choice, Group, Several, Text, TextOrNone } from '../admin/settings/fields.tsx';
import { newIdFrom } from '../admin/settings/form.ts';
import { type SettingsPage, SettingsSection } from '../admin/settings/settings-page.tsx';
import { keptFor } from './words.ts';

const PAGE: SettingsPage<'retentionRules'> = {
  kind: 'retentionRules',
  section: 'retention-rules',
  title: ({ name }) => name,
  about: ({ item }, { i18n }) =>
    [i18n.t[`retentionAction_${item.action}`], keptFor(item, i18n), item.decision]
      .filter(Boolean)
      .join(' · '),
  badge: ({ item }, { i18n: { t } }) => {
    if (item.inForce) return { text: t.retentionActs, tone: 'ok' };
    return { text: item.decision === null ? t.retentionNoDecision : t.retentionRests, tone: 'warn' };
  },
  blank: () => ({
    id: '',
    name: '',
    record: 'case',
    recordClass: null,
    kinds: [],
    action: 'erase',
    after: { amount: 730, unit: 'days' },
    decision: null,
    inForce: false,
    visitorMayErase: false,
  }),
  finish: (rule, taken) => ({ ...rule, id: newIdFrom(rule.name, taken) }),
  fields: function RuleFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    const { draft, set } = form;
    useCaseSettings();
    const timed = draft.action !== 'preserve' && draft.action !== 'hold';
    const setRecord = (record: RecordType): void => {
      const { actions } = RECORDS[record];
      set('record', record);
      set('recordClass', record === 'conversation' ? 'minor' : null);
      if (record !== 'case') set('kinds', []);
      if (!actions.includes(draft.action)) set('action', actions[0] ?? 'preserve');
      set('visitorMayErase', false);
    };
    return (
      <>
        <Group title={t.retentionRule}>
          <Text form={form} field="name" label={t.retentionNameField} hint={t.retentionNameHint} />
          <SelectField
            label={t.retentionRecordField}
            value={draft.record}
            options={RecordType.options.map((value) => ({ value, label: t[`retentionRecord_${value}`] }))}
            error={form.errorAt('record')}
            onValue={(value) => setRecord(value as RecordType)}
          />
          {draft.record === 'conversation' && (
            <Choice
              form={form}
              field="recordClass"
              label={t.retentionClassField}
              options={RecordClass.options.map((value) => ({ value, label: t[`recordClass_${value}`] }))}
            />
          )}
          {draft.record === 'case' && (
            <Several form={form} field="kinds" label={t.retentionKindsField} options={kindOptions(app)} />
          )}
          <Choice
            form={form}
            field="action"
            label={t.retentionActionField}
            options={RECORDS[draft.record].actions.map((value) => ({
              value,
              label: t[`retentionAction_${value}`],
            }))}
          />
          {timed && (
            <>
              <TextField
                class="settings-number"
                label={t.retentionAfterField}
                hint={t[`retentionFrom_${draft.record}`]}
                type="number"
                inputMode="numeric"
                min={0}
                value={draft.after ? String(draft.after.amount) : ''}
                error={form.errorAt('after') ?? form.errorAt('after.amount')}
                onValue={(text) =>
                  set(
                    'after',
                    text === ''
                      ? null
                      : { amount: Math.round(Number(text)), unit: draft.after?.unit ?? 'days' },
                  )
                }
              />
              <SelectField
                label={t.retentionUnitField}
                value={draft.after?.unit ?? 'days'}
                options={(['days', 'hours'] as const).map((value) => ({
                  value,
                  label: t[`retentionUnit_${value}`],
                }))}
                onValue={(unit) =>
                  set('after', { amount: draft.after?.amount ?? 0, unit: unit as 'days' | 'hours' })
                }
              />
            </>
          )}
          {draft.recordClass === 'minor' && draft.action === 'erase' && (
            <Checkbox
              label={t.retentionVisitorField}
              checked={draft.visitorMayErase}
              onChecked={(on) => set('visitorMayErase', on)}
            />
          )}
        </Group>
        <Group title={t.retentionDecision}>
          <TextOrNone
            form={form}
            field="decision"
            label={t.retentionDecisionField}
            hint={t.retentionDecisionHint}
          />
          <Checkbox
            label={t.retentionInForceField}
            checked={draft.inForce}
            onChecked={(on) => set('inForce', on)}
          />
        </Group>
      </>
    );
  },
};

/** For how long what is kept, by whose decision. */
export const RetentionRulesScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
