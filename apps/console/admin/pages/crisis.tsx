import type { Crisis, SettingsEntry } from '@lotsa/protocol';
import { Badge, Banner, Button, directionOf, RadioGroup, TextField } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { useAct } from '../../errors/use-act.ts';
import { inLanguage, languageName } from '../../names/names.ts';
import type { SectionProps } from '../sections.ts';
import { Group, Lines, LocalisedText } from '../settings/fields.tsx';
import type { Form, ItemOf } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf } from './options.ts';

const NONE: Crisis = {
  active: false,
  severity: 'minor',
  text: { sv: '' },
  links: [],
  from: null,
  until: null,
};

const PAGE: SettingsPage<'crisis'> = {
  kind: 'crisis',
  section: 'crisis',
  title: ({ id }, app) => nameOf(app, 'sites', id),
  about: ({ item }, { i18n }) => (item.crisis ? inLanguage(item.crisis.text, i18n.lang) : i18n.t.crisisNone),
  badge: ({ item }, { i18n }) =>
    item.crisis?.active
      ? { text: i18n.t.crisisOn, tone: 'danger' }
      : { text: i18n.t.crisisOff, tone: 'neutral' },
  extra: (entry) => (entry.item.crisis ? <Switch entry={entry} crisis={entry.item.crisis} /> : null),
  fields: ({ form }) => <CrisisFields form={form} />,
};

function CrisisFields({ form }: { readonly form: Form<ItemOf<'crisis'>> }) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const crisis = form.draft.crisis ?? NONE;
  const set = (change: Partial<Crisis>) => form.set('crisis', { ...crisis, ...change });
  const site = state.value.directory?.sites.find(({ id }) => id === form.draft.id);
  const written = Object.entries(crisis.text).filter(([, text]) => text.trim() !== '');
  return (
    <>
      <Group title={t.crisisMessage}>
        <LocalisedText
          label={t.field_text}
          hint={t.crisisTextHint}
          lines
          languages={site?.languages ?? ['sv']}
          value={crisis.text}
          errorAt={(language) => form.errorAt(`crisis.text.${language}`)}
          onValue={(text) => set({ text })}
        />
        <RadioGroup
          legend={t.field_severity}
          value={crisis.severity}
          options={[
            { value: 'major', label: t.severity_major },
            { value: 'minor', label: t.severity_minor },
          ]}
          onValue={(severity) => set({ severity: severity as Crisis['severity'] })}
        />
        <Lines
          form={{
            ...form,
            draft: { links: crisis.links },
            set: (_field, links) => set({ links }),
            errorAt: (path) => form.errorAt(`crisis.${path}`),
          }}
          field="links"
          label={t.field_links}
          hint={t.crisisLinksHint}
        />
        <Moment
          label={t.field_from}
          value={crisis.from}
          error={form.errorAt('crisis.from')}
          onValue={(from) => set({ from })}
        />
        <Moment
          label={t.field_until}
          value={crisis.until}
          error={form.errorAt('crisis.until')}
          onValue={(until) => set({ until })}
        />
      </Group>
      {written.length > 0 && (
        <Group title={t.crisisPreview}>
          {written.map(([language, text]) => (
            <div key={language} lang={language} dir={directionOf(language)}>
              <p class="ui-field-hint" lang={i18n.lang} dir="auto">
                {languageName(language, i18n)}
              </p>
              <Banner tone={crisis.severity === 'major' ? 'error' : 'info'}>
                <p class="settings-preview">{text}</p>
                {crisis.links.map((link) => (
                  <p key={link} dir="ltr">
                    {link}
                  </p>
                ))}
              </Banner>
            </div>
          ))}
        </Group>
      )}
    </>
  );
}

/** A point in time on the wall of whoever edits; empty is none. */
function Moment({
  label,
  value,
  error,
  onValue,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onValue: (at: number | null) => void;
}) {
  const { t } = useApp().i18n;
  const local = (at: number) =>
    new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return (
    <TextField
      label={label}
      optional={t.optional}
      // The type of the component knows no moments; the attribute does.
      {...({ type: 'datetime-local' } as unknown as { type: 'text' })}
      value={value === null ? '' : local(value)}
      error={error}
      onValue={(text) => onValue(text === '' ? null : new Date(text).getTime())}
    />
  );
}

/** On and off by one click; it holds at once. */
function Switch({ entry, crisis }: { readonly entry: SettingsEntry<'crisis'>; readonly crisis: Crisis }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const { act, busy } = useAct();
  const turn = () =>
    act(
      async () => {
        const item = { id: entry.item.id, crisis: { ...crisis, active: !crisis.active } };
        const answer = await staff.settings.put('crisis', item, entry.revision);
        return answer.ok ? { ok: true, value: null } : answer;
      },
      crisis.active ? t.crisisTurnedOff : t.crisisTurnedOn,
    );
  return (
    <section class="settings-group" aria-labelledby="crisis-switch">
      <h4 id="crisis-switch">
        {t.crisisNow}{' '}
        <Badge tone={crisis.active ? 'danger' : 'neutral'}>{crisis.active ? t.crisisOn : t.crisisOff}</Badge>
      </h4>
      <div>
        <Button variant={crisis.active ? 'secondary' : 'danger'} busy={busy} onClick={() => void turn()}>
          {crisis.active ? t.crisisTurnOff : t.crisisTurnOn}
        </Button>
      </div>
    </section>
  );
}

/** What everybody who opens the chat is told first. */
export const CrisisScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
