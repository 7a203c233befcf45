import { reviewOf } from '@lotsa/core';
import { useApp } from '../../app-context.ts';
import type { SectionProps } from '../sections/section.ts';
import { Amount, Choice, Group, Lines, Several, TextOrNone } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf, ownDepartments } from './options.ts';

const PAGE: SettingsPage<'agreements'> = {
  kind: 'agreements',
  section: 'agreements',
  title: ({ departmentId, topicId }, app) =>
    `${nameOf(app, 'departments', departmentId)}: ${topicId ? nameOf(app, 'topics', topicId) : app.i18n.t.allTopics}`,
  about: ({ item }, { i18n, state }) =>
    [
      i18n.t.replyWithin({ n: item.replyWorkdays }),
      ...item.userIds.map((id) => state.value.colleagues.find((one) => one.id === id)?.name ?? id),
    ].join(' · '),
  badge: ({ item }, { i18n, now }) => {
    const review = reviewOf(item, now.value);
    if (review === 'late') return { text: i18n.t.reviewLate, tone: 'danger' };
    return review && { text: i18n.t.reviewSoon, tone: 'warn' };
  },
  blank: (app) => ({
    id: '',
    departmentId: ownDepartments(app)[0]?.value ?? '',
    topicId: null,
    userIds: [],
    replyWorkdays: 2,
    checklist: [],
    reviewOn: null,
  }),
  finish: (agreement, taken) => ({
    ...agreement,
    id: newIdFrom(`${agreement.departmentId}-${agreement.topicId ?? 'alla'}`, taken),
  }),
  fields: function AgreementFields({ form }) {
    const app = useApp();
    const { t, lang } = app.i18n;
    const { directory, colleagues } = app.state.value;
    const { departmentId } = form.draft;
    const topics = (directory?.topics ?? []).filter(
      (topic) => !topic.retired && (topic.departmentId === departmentId || topic.departmentId === null),
    );
    const people = colleagues.filter((one) => one.departmentIds.includes(departmentId));
    return (
      <Group title={t.agreement}>
        <Choice form={form} field="departmentId" label={t.field_departmentId} options={ownDepartments(app)} />
        <Choice
          form={form}
          field="topicId"
          label={t.field_topicId}
          none={t.allTopics}
          options={topics
            .map(({ id }) => ({ value: id, label: nameOf(app, 'topics', id) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, lang))}
        />
        <Several
          form={form}
          field="userIds"
          label={t.field_userIds}
          hint={t.userIdsHint}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Amount form={form} field="replyWorkdays" label={t.field_replyWorkdays} hint={t.replyHint} />
        <Lines form={form} field="checklist" label={t.field_checklist} hint={t.checklistHint} />
        <TextOrNone form={form} field="reviewOn" type="date" label={t.field_reviewOn} hint={t.reviewHint} />
      </Group>
    );
  },
};

/** What centre and departments have agreed. */
export const AgreementsScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
