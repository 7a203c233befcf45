import type { RecordDocument, Redaction } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { Part } from './part.tsx';

/** Props of {@link RecordText}. */
export interface RecordTextProps {
  readonly record: RecordDocument;
  readonly places: readonly Redaction[];
  /** Sets what is blacked out; null where the record is only read. */
  readonly onPlaces: ((places: readonly Redaction[]) => void) | null;
}

/** Everything in a record: what a register says of it, what was written, and its files. It is in Swedish, as it is kept. */
export function RecordText({ record, places, onPlaces }: RecordTextProps) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const part = (name: string, text: string, label: string) => (
    <Part part={name} text={text} label={label} places={places} onPlaces={onPlaces} />
  );
  return (
    <div class="record-text">
      <section>
        <h3>{t.recordFacts}</h3>
        <dl class="record-facts" lang="sv">
          {record.facts.map(({ id, label, text }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{part(`fact:${id}`, text, label)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{t.recordContent}</h3>
        <ol class="record-entries">
          {record.entries.map(({ seq, at, author, what, text, internal }) => (
            <li key={seq} value={seq} data-internal={internal || undefined}>
              <div class="record-meta">
                <time dateTime={new Date(at).toISOString()}>{formats.dayTime(at)}</time>
                <span lang="sv">{what}</span>
                <span>{part(`author:${seq}`, author, `${author}, nr ${seq}`)}</span>
                {internal && <Badge>{t.recordInternal}</Badge>}
              </div>
              {text !== '' && part(`entry:${seq}`, text, `${what}, nr ${seq}`)}
            </li>
          ))}
        </ol>
      </section>
      {record.files.length > 0 && (
        <section>
          <h3>{t.recordFiles}</h3>
          <ul class="record-files">
            {record.files.map(({ id, seq, name, size, sha256 }) => (
              <li key={id}>
                {part(`file:${id}`, name, `${name}, nr ${seq}`)}
                <p class="record-meta">
                  {formats.number(size)} B · nr {seq} ·{' '}
                  {sha256 === null ? t.recordFileGone : <code class="record-sum">{sha256}</code>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
