import { type GuideContent, LIMITS } from '@lotsa/protocol';
import {
  Banner,
  Button,
  Checkbox,
  directionOf,
  iconDown,
  iconPlus,
  iconTrash,
  iconUp,
  IconButton,
  TextareaField,
  TextField,
} from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** Props of {@link LanguageFields}. */
export interface LanguageFieldsProps {
  readonly content: GuideContent;
  readonly language: string;
  readonly readOnly: boolean;
  /** The Swedish text is newer than this one. */
  readonly stale: boolean;
  readonly confirmed: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onContent: (content: GuideContent) => void;
  readonly onConfirmed: (confirmed: boolean) => void;
}

/** A guide's text in one language: title, introduction, steps in their order. */
export function LanguageFields(props: LanguageFieldsProps) {
  const { content, language, readOnly, stale, confirmed, errors, onContent, onConfirmed } = props;
  const { t } = useApp().i18n;
  const steps = content.steps[language] ?? [''];
  const text = { lang: language, dir: directionOf(language), readOnly };
  const setSteps = (next: readonly string[]) =>
    onContent({ ...content, steps: { ...content.steps, [language]: [...next] } });
  const move = (from: number, to: number) => {
    const next = steps.filter((_, at) => at !== from);
    next.splice(to, 0, steps[from] ?? '');
    setSteps(next);
  };
  return (
    <div class="guide-fields">
      {stale && !readOnly && (
        <Banner tone="warn">
          {t.guideStale}
          <Checkbox label={t.guideConfirm} checked={confirmed} onChecked={onConfirmed} />
        </Banner>
      )}
      {content.title[language] === undefined && <p class="guides-about">{t.guideNoText}</p>}
      <TextField
        {...text}
        label={t.guideTitle}
        value={content.title[language] ?? ''}
        onValue={(value) => onContent({ ...content, title: { ...content.title, [language]: value } })}
        maxLength={LIMITS.guideTitle}
        error={errors.get(`title.${language}`)}
      />
      <TextareaField
        {...text}
        label={t.guideIntro}
        optional={t.optional}
        value={content.intro[language] ?? ''}
        onValue={(value) => onContent({ ...content, intro: { ...content.intro, [language]: value } })}
        maxLength={LIMITS.guideStep}
      />
      <ol class="guide-steps">
        {steps.map((step, at) => (
          <li key={at} class="guide-step">
            <TextareaField
              {...text}
              label={t.guideStep({ n: at + 1 })}
              value={step}
              onValue={(value) => setSteps(steps.with(at, value))}
              maxLength={LIMITS.guideStep}
              error={at === 0 ? errors.get(`steps.${language}`) : undefined}
            />
            {!readOnly && (
              <div class="guide-step-tools">
                <IconButton
                  icon={iconUp}
                  label={t.guideMoveUp({ n: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                />
                <IconButton
                  icon={iconDown}
                  label={t.guideMoveDown({ n: at + 1 })}
                  disabled={at === steps.length - 1}
                  onClick={() => move(at, at + 1)}
                />
                <IconButton
                  icon={iconTrash}
                  label={t.guideRemoveStep({ n: at + 1 })}
                  disabled={steps.length === 1}
                  onClick={() => setSteps(steps.filter((_, other) => other !== at))}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && steps.length < LIMITS.guideSteps && (
        <Button icon={iconPlus} onClick={() => setSteps([...steps, ''])}>
          {t.guideAddStep}
        </Button>
      )}
    </div>
  );
}
