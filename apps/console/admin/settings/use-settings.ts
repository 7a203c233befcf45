import type { SettingsEntry, SettingsKind } from '@lotsa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';

/** All entries of a kind, as they are now. */
export interface SettingsList<Kind extends SettingsKind> {
  /** Null before the first answer. */
  readonly entries: readonly SettingsEntry<Kind>[] | null;
  readonly failed: boolean;
  readonly reload: () => Promise<readonly SettingsEntry<Kind>[] | null>;
}

/** Fetches the entries of a kind, and again whenever something was set up anew. */
export function useSettings<Kind extends SettingsKind>(kind: Kind): SettingsList<Kind> {
  const { staff, state } = useApp();
  const [entries, setEntries] = useState<readonly SettingsEntry<Kind>[] | null>(null);
  const [failed, setFailed] = useState(false);
  const { directory } = state.value;
  const reload = async () => {
    const answer = await staff.settings.list(kind);
    setFailed(!answer.ok);
    if (!answer.ok) return null;
    setEntries(answer.value);
    return answer.value;
  };
  useEffect(() => {
    void reload();
    // oxlint-disable-next-line react/exhaustive-deps -- the directory is fetched again when settings change
  }, [kind, directory]);
  return { entries, failed, reload };
}
