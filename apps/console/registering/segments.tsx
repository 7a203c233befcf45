import { useId } from 'preact/hooks';

/** Props of {@link Segments}. */
export interface SegmentsProps<V extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onValue: (value: V) => void;
}

/** One of a few short words on a row. Native radio buttons: the browser does the arrow keys, and Enter sends the form. */
export function Segments<V extends string>({ legend, options, value, onValue }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="ui-field-label">{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
