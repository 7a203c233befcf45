import { useId } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { Reader } from './readers.ts';

/** Props of {@link NoteTo}. */
export interface NoteToProps {
  readonly readers: readonly Reader[];
  readonly value: string | null;
  readonly onValue: (userId: string | null) => void;
}

/** Whom a note is meant for: that colleague is told; the others see it all the same. */
export function NoteTo({ readers, value, onValue }: NoteToProps) {
  const { t } = useApp().i18n;
  const id = useId();
  if (readers.length === 0) return null;
  return (
    <span class="note-to">
      <label for={id}>{t.noteTo}</label>
      <select id={id} class="ui-input" onChange={(event) => onValue(event.currentTarget.value || null)}>
        <option value="" selected={value === null}>
          {t.noteToAll}
        </option>
        {readers.map((reader) => (
          <option key={reader.id} value={reader.id} selected={reader.id === value}>
            {reader.name}
          </option>
        ))}
      </select>
    </span>
  );
}
