import type { Banner as BannerItem, SettingsEntry } from '@lotsa/protocol';
import { Badge, Banner, Button, directionOf, iconPlus, iconTrash, RadioGroup, TextField } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { useAct } from '../../errors/use-act.ts';
import { inLanguage, languageName } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { Choice, Group, LocalisedField, LocalisedText, useVisitorLanguages } from '../settings/fields.tsx';
import { type Form, newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf, optionsOf } from './options.ts';

const TONES = { info: 'info', major: 'warn', critical: 'error' } as const;

const PAGE: SettingsPage<'banners'> = {
  kind: 'banners',
  section: 'banners',
  title: ({ text }, { i18n }) => inLanguage(text, i18n.lang),
  about: ({ item }, app) => {
    const { t } = app.i18n;
    const where = item.siteId ? nameOf(app, 'sites', item.siteId) : t.bannerAllSites;
    return [t[`severity_${item.severity}`], where].join(' · ');
  },
  badge: ({ item }, { i18n }) =>
    item.active ? { text: i18n.t.crisisOn, tone: 'danger' } : { text: i18n.t.crisisOff, tone: 'neutral' },
  blank: () => ({
    id: '',
    siteId: null,
    severity: 'major',
    text: { sv: '' },
    links: [],
    from: null,
    until: null,
    active: false,
  }),
  finish: (banner, taken) => ({ ...banner, id: newIdFrom(banner.text.sv.slice(0, 40), taken) }),
  extra: (entry) => <Switch entry={entry} />,
  fields: ({ form }) => <BannerFields form={form} />,
};

function BannerFields({ form }: { readonly form: Form<BannerItem> }) {
  const app = useApp();
  const { i18n } = app;
  const { t } = i18n;
  const { text, severity, links, from, until } = form.draft;
  const languages = useVisitorLanguages();
  const written = Object.entries(text).filter(([, words]) => words.trim() !== '');
  return (
    <>
      <Group title={t.crisisMessage}>
        <LocalisedField form={form} field="text" label={t.field_text} hint={t.crisisTextHint} lines />
        <RadioGroup
          legend={t.field_severity}
          value={severity}
          options={(['critical', 'major', 'info'] as const).map((value) => ({
            value,
            label: t[`severity_${value}`],
          }))}
          onValue={(value) => form.set('severity', value)}
        />
        <Choice
          form={form}
          field="siteId"
          label={t.bannerSite}
          none={t.bannerAllSites}
          options={optionsOf(app, 'sites')}
        />
        <Moment
          label={t.field_from}
          value={from}
          error={form.errorAt('from')}
          onValue={(at) => form.set('from', at)}
        />
        <Moment
          label={t.field_until}
          value={until}
          error={form.errorAt('until')}
          onValue={(at) => form.set('until', at)}
        />
      </Group>
      <Group title={t.field_links}>
        {links.map((link, at) => {
          const change = (next: Partial<typeof link>) =>
            form.set(
              'links',
              links.map((one, index) => (index === at ? { ...one, ...next } : one)),
            );
          return (
            <div key={at} class="settings-form">
              <TextField
                label={t.bannerLinkUrl}
                type="url"
                value={link.url}
                error={form.errorAt(`links.${at}.url`)}
                onValue={(url) => change({ url })}
              />
              <LocalisedText
                label={t.bannerLinkLabel}
                languages={languages}
                value={link.label}
                errorAt={(language) => form.errorAt(`links.${at}.label.${language}`)}
                onValue={(label) => change({ label })}
              />
              <div>
                <Button
                  variant="quiet"
                  icon={iconTrash}
                  onClick={() =>
                    form.set(
                      'links',
                      links.filter((_one, index) => index !== at),
                    )
                  }
                >
                  {t.bannerLinkRemove}
                </Button>
              </div>
            </div>
          );
        })}
        {links.length < 5 && (
          <div>
            <Button
              icon={iconPlus}
              onClick={() => form.set('links', [...links, { label: { sv: '' }, url: 'https://' }])}
            >
              {t.bannerLinkAdd}
            </Button>
          </div>
        )}
      </Group>
      {written.length > 0 && (
        <Group title={t.crisisPreview}>
          {written.map(([language, words]) => (
            <div key={language}>
              <p class="ui-field-hint">{languageName(language, i18n)}</p>
              <div lang={language} dir={directionOf(language)}>
                <Banner tone={TONES[severity]}>
                  <p class="settings-preview">{words}</p>
                  {links.map(({ label, url }) => (
                    <p key={url}>
                      <a href={url} target="_blank" rel="noreferrer">
                        {label[language] ?? label.sv}
                      </a>
                    </p>
                  ))}
                </Banner>
              </div>
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
      type="datetime-local"
      value={value === null ? '' : local(value)}
      error={error}
      onValue={(text) => onValue(text === '' ? null : new Date(text).getTime())}
    />
  );
}

/** On and off by one click; it holds at once. */
function Switch({ entry }: { readonly entry: SettingsEntry<'banners'> }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const { act, busy } = useAct();
  const { active } = entry.item;
  const turn = () =>
    act(
      () => staff.settings.put('banners', { ...entry.item, active: !active }, entry.revision),
      active ? t.crisisTurnedOff : t.crisisTurnedOn,
    );
  return (
    <section class="settings-group" aria-labelledby="banner-switch">
      <h4 id="banner-switch">
        {t.crisisNow} <Badge tone={active ? 'danger' : 'neutral'}>{active ? t.crisisOn : t.crisisOff}</Badge>
      </h4>
      <div>
        <Button variant={active ? 'secondary' : 'danger'} busy={busy} onClick={() => void turn()}>
          {active ? t.crisisTurnOff : t.crisisTurnOn}
        </Button>
      </div>
    </section>
  );
}

/** What everybody who opens the chat is told first. */
export const BannersScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
