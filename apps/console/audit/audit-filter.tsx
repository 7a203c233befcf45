import type { AuditSelection } from '@lotsa/protocol';
import { Button, SelectField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whose entries, about what, and of which days. */
export function AuditFilter({ onSelect }: { readonly onSelect: (selection: AuditSelection) => void }) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const { me, colleagues } = state.value;
  const [who, setWho] = useState('');
  const [subject, setSubject] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const people = [...(me ? [me] : []), ...colleagues].toSorted((a, b) =>
    a.name.localeCompare(b.name, i18n.lang),
  );

  function submit(event: Event) {
    event.preventDefault();
    const about = subject.trim();
    onSelect({
      ...(about ? { by: { type: 'subject', id: about } } : who && { by: { type: 'actor', id: who } }),
      from: startOf(from),
      to: to ? (startOf(to) ?? 0) + DAY_MS : null,
    });
  }

  return (
    <form class="audit-filter" onSubmit={submit}>
      <SelectField
        label={t.auditWho}
        value={who}
        onValue={(value) => {
          setWho(value);
          if (value) setSubject('');
        }}
        options={[
          { value: '', label: t.auditEverybody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        label={t.auditSubject}
        hint={t.auditSubjectHint}
        value={subject}
        onValue={(value) => {
          setSubject(value);
          if (value) setWho('');
        }}
        maxLength={200}
      />
      <TextField label={t.auditFrom} type="date" value={from} onValue={setFrom} />
      <TextField label={t.auditTo} type="date" value={to} onValue={setTo} />
      <Button type="submit">{t.auditShow}</Button>
    </form>
  );
}

/** The beginning of a day as the browser counts it, for `YYYY-MM-DD`; null for none. */
const startOf = (day: string): number | null => (day ? new Date(`${day}T00:00`).getTime() : null);
