import { FigureId, type StatSettings, type StatTargets } from '@lotsa/protocol';
import { Button, Checkbox, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { figureName } from './figure-text.ts';
import { TargetsHistory } from './targets-history.tsx';
import './statistics.css';

/** Targets, what is published, and who changed them when. */
export function TargetsScreen() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const sites = state.value.directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const known = useAnswer(() => staff.ask('statistics:targets', { siteId }), [siteId]);

  return (
    <div class="statistics">
      <SiteSelect value={siteId} onValue={setSiteId} />
      <Fetched of={known} failed={t.statFailed}>
        {(settings) => (
          <>
            <TargetsForm key={settings.revision} settings={settings} onSaved={known.setValue} />
            <TargetsHistory settings={settings} />
          </>
        )}
      </Fetched>
    </div>
  );
}

/** A field as it is typed: where it stands, its bounds, and whether it may be empty. */
interface NumberField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly least: number;
  readonly most: number;
  readonly none: boolean;
  readonly value: number | null;
}

function TargetsForm({
  settings,
  onSaved,
}: {
  readonly settings: StatSettings;
  readonly onSaved: (settings: StatSettings) => void;
}) {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const { targets } = settings;
  const ids = Object.keys(targets) as (keyof StatTargets['targets'])[];
  const seconds = { hint: t.statSeconds, least: 0, most: 86_400, none: false };
  const fields: NumberField[] = [
    ...ids.map((id): NumberField => {
      const value = targets[id];
      return id === 'medianWait'
        ? { ...seconds, hint: t.statSecondsOrNone, name: id, label: figureName(id, i18n), none: true, value }
        : {
            name: id,
            label: figureName(id, i18n),
            hint: t.statPercent,
            least: 0,
            most: 100,
            none: true,
            value: value === null ? null : Math.round(value * 1000) / 10,
          };
    }),
    { ...seconds, name: 'serviceChat', label: t.statServiceChat, value: settings.serviceSeconds.chat },
    { ...seconds, name: 'servicePhone', label: t.statServicePhone, value: settings.serviceSeconds.phone },
    { ...seconds, name: 'handlingChat', label: t.statHandlingChat, value: settings.handlingSeconds.chat },
    { ...seconds, name: 'handlingPhone', label: t.statHandlingPhone, value: settings.handlingSeconds.phone },
    { name: 'atOnce', label: t.statAtOnce, least: 1, most: 20, none: false, value: settings.chatsAtOnce },
    {
      name: 'minimum',
      label: t.statMinimum,
      least: 0,
      most: 10_000,
      none: false,
      value: settings.minimumAnswers,
    },
    {
      name: 'baseline',
      label: t.statBaseline,
      hint: t.statMinutes,
      least: 0,
      most: 1_000,
      none: true,
      value: settings.baselineMinutes,
    },
  ];
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value === null ? '' : String(value)])),
  );
  const [published, setPublished] = useState(settings.published);
  const [checked, setChecked] = useState(false);
  const read = (name: string): number | null => {
    const text = (typed[name] ?? '').trim().replace(',', '.');
    return text === '' ? null : Number(text);
  };
  const isWrong = ({ name, least, most, none }: NumberField): boolean => {
    const value = read(name);
    if (value === null) return !none;
    const whole = ids.includes(name as keyof StatTargets['targets']) && name !== 'medianWait';
    return !(value >= least && value <= most && (whole || Number.isInteger(value)));
  };

  async function save(event: Event) {
    event.preventDefault();
    setChecked(true);
    if (fields.some(isWrong)) return toasts.show({ text: t.statNumberWrong, tone: 'error' });
    const number = (name: string): number => read(name) ?? 0;
    const next: StatTargets = {
      targets: Object.fromEntries(
        ids.map((id) => {
          const value = read(id);
          return [id, value === null || id === 'medianWait' ? value : value / 100];
        }),
      ) as StatTargets['targets'],
      serviceSeconds: { chat: number('serviceChat'), phone: number('servicePhone') },
      handlingSeconds: { chat: number('handlingChat'), phone: number('handlingPhone') },
      chatsAtOnce: number('atOnce'),
      minimumAnswers: number('minimum'),
      baselineMinutes: read('baseline'),
      published,
    };
    const { siteId, revision } = settings;
    const ask = () => staff.ask('statistics:set-targets', { siteId, revision, targets: next });
    const saved = await act(ask, t.statSaved);
    if (saved) onSaved(saved.value);
  }

  return (
    <form class="stat-targets" onSubmit={(event) => void save(event)} noValidate>
      <section aria-labelledby="stat-targets-title">
        <h3 id="stat-targets-title">{t.statTargetsTitle}</h3>
        <div class="stat-form">
          {fields.map((field) => (
            <TextField
              key={field.name}
              label={field.label}
              hint={field.hint}
              inputMode="decimal"
              value={typed[field.name] ?? ''}
              onValue={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
              error={checked && isWrong(field) ? t.statNumberWrong : undefined}
            />
          ))}
        </div>
      </section>
      <fieldset class="stat-part">
        <legend>{t.statPublished}</legend>
        <p class="stat-hint">{t.statPublishedText}</p>
        {FigureId.options.map((id) => (
          <Checkbox
            key={id}
            label={figureName(id, i18n)}
            checked={published.includes(id)}
            onChecked={(on) =>
              setPublished(FigureId.options.filter((each) => (each === id ? on : published.includes(each))))
            }
          />
        ))}
        <p class="stat-hint">
          {t.statPublishedAt} <code>/api/open-data/{settings.siteId}</code>
        </p>
      </fieldset>
      <Button type="submit" variant="primary" busy={busy}>
        {t.statSave}
      </Button>
    </form>
  );
}
