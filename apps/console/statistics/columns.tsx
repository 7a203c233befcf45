/** One column, and what stood beside it. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Drawn as a line across the column: what really was, beside what was needed. */
  readonly mark?: number | null;
}

/** Columns as SVG: hatched, so that they read without colour. What they show stands in a table beside; a picture for eyes alone. */
export function Columns({ columns, most }: { readonly columns: readonly Column[]; readonly most: number }) {
  const [width, height, foot] = [720, 180, 20];
  // A few columns are no wider than they need to be.
  const step = Math.min(96, width / Math.max(1, columns.length));
  const scale = (value: number): number => (most <= 0 ? 0 : (value / most) * (height - foot - 8));
  // No more labels than there is room for.
  const every = Math.max(1, Math.ceil(columns.length / 10));
  return (
    <svg class="stat-columns" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern id="stat-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="stat-hatch-ground" width="6" height="6" />
          <path class="stat-hatch-line" d="M0 6 6 0" />
        </pattern>
      </defs>
      <path class="stat-axis" d={`M0 ${height - foot}H${width}`} />
      {columns.map(({ key, label, value, mark }, at) => (
        <g key={key}>
          <rect
            class="stat-column"
            x={at * step + step * 0.12}
            y={height - foot - scale(value)}
            width={step * 0.76}
            height={scale(value)}
          />
          {mark !== null && mark !== undefined && (
            <path class="stat-mark" d={`M${at * step} ${height - foot - scale(mark)}h${step}`} />
          )}
          {at % every === 0 && (
            <text
              class={`stat-column-label${at % (3 * every) === 0 ? '' : ' stat-column-label-more'}`}
              x={at * step + step / 2}
              y={height - 5}
              text-anchor="middle"
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
