import { LIMITS, type Localised } from '@lotsa/protocol';
import { Button, iconPlus, iconTrash } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { LocalisedText, useVisitorLanguages } from '../settings/fields.tsx';
import { newOption } from './ready-fields.ts';

type FieldOption = { readonly value: string; readonly label: Localised };

interface OptionListProps {
  readonly options: readonly FieldOption[];
  readonly error: (path: string) => string | undefined;
  readonly onOptions: (options: FieldOption[]) => void;
}

/** What a visitor can choose from in a field. */
export function OptionList({ options, error, onOptions }: OptionListProps) {
  const { t } = useApp().i18n;
  const languages = useVisitorLanguages();
  return (
    <div class="form-options" role="group" aria-label={t.formOptions}>
      {error('options') && <p class="ui-field-error">{error('options')}</p>}
      {options.map(({ value, label }, at) => (
        <div key={value} class="form-option">
          <LocalisedText
            label={t.formOption({ n: at + 1 })}
            languages={languages}
            value={label}
            errorAt={(language) => error(`options.${at}.label.${language}`)}
            onValue={(text) =>
              onOptions(options.map((one) => (one.value === value ? { value, label: text } : one)))
            }
          />
          <div>
            <Button
              variant="quiet"
              icon={iconTrash}
              onClick={() => onOptions(options.filter((one) => one.value !== value))}
            >
              {t.formOptionRemove({ n: at + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {options.length < LIMITS.formOptions && (
        <div>
          <Button
            icon={iconPlus}
            onClick={() => onOptions([...options, { value: newOption(options), label: { sv: '' } }])}
          >
            {t.formOptionAdd}
          </Button>
        </div>
      )}
    </div>
  );
}
