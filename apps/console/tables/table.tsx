import type { ComponentChildren } from 'preact';
import './table.css';

/** Props of {@link Table}. */
interface TableProps {
  /** What it holds, for whoever cannot see it. */
  readonly caption: string;
  /** The names of its columns. */
  readonly columns: readonly string[];
  /** Its rows, each a `<tr>`. */
  readonly children: ComponentChildren;
}

/** A table; where its columns have no room it scrolls sideways by itself, also by the keys. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
