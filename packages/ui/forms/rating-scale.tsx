import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './rating-scale.css';

/** A grade of the national survey of service: 1 is lowest. */
export type Grade = 1 | 2 | 3 | 4 | 5;

const grades: readonly Grade[] = [1, 2, 3, 4, 5];

/** Props of {@link RatingScale}. */
export interface RatingScaleProps {
  /** The question that is graded. */
  readonly legend: ComponentChildren;
  /** What 1 means, e.g. "Mycket missnöjd". */
  readonly low: string;
  /** What 5 means, e.g. "Mycket nöjd". */
  readonly high: string;
  readonly value: Grade | undefined;
  readonly onValue: (grade: Grade) => void;
}

/** Grades 1 to 5 side by side, with words at both ends, so that nothing rests on colour or on knowing faces. */
export function RatingScale({ legend, low, high, value, onValue }: RatingScaleProps) {
  const name = useId();
  const words = (grade: Grade) => (grade === 1 ? `1, ${low}` : grade === 5 ? `5, ${high}` : String(grade));
  return (
    <fieldset class="ui-rating">
      <legend class="ui-field-label">{legend}</legend>
      <div class="ui-rating-row">
        {grades.map((grade) => (
          <label key={grade} class="ui-rating-step">
            <input
              type="radio"
              name={name}
              value={grade}
              checked={grade === value}
              aria-label={words(grade)}
              onChange={() => onValue(grade)}
            />
            <span aria-hidden="true">{grade}</span>
          </label>
        ))}
      </div>
      <div class="ui-rating-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </fieldset>
  );
}
