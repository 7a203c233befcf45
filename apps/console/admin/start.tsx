import { Badge } from '@lotsa/ui';
import { type App, useApp } from '../app-context.ts';
import { AdminLink } from './admin-link.tsx';

/** The steps of an empty Lotsa: what is missing before citizens can ask. */
export function Start() {
  const { state, i18n } = useApp();
  const { t } = i18n;
  const { directory, colleagues } = state.value;
  const steps = [
    ['topics', t.startTopics, (directory?.topics.length ?? 0) > 0],
    ['sites', t.startSites, (directory?.sites.length ?? 0) > 0],
    ['users', t.startUsers, colleagues.some(({ role }) => role === 'agent' || role === 'manager')],
  ] as const;
  return (
    <div class="admin-start">
      <h2>{t.startTitle}</h2>
      <p>{t.startText}</p>
      <ol>
        {steps.map(([section, words, done]) => (
          <li key={section}>
            <AdminLink section={section}>{words}</AdminLink> {done && <Badge tone="ok">{t.startDone}</Badge>}
          </li>
        ))}
      </ol>
      <p>
        <AdminLink section="transfer">{t.startImport}</AdminLink>
      </p>
    </div>
  );
}

/** Nobody can be asked yet. */
export const isEmpty = (app: Pick<App, 'state'>): boolean => {
  const { directory, colleagues } = app.state.value;
  return (
    directory !== null &&
    (directory.sites.length === 0 || !colleagues.some(({ role }) => role === 'agent' || role === 'manager'))
  );
};
