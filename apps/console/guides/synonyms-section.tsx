import type { SynonymList } from '@lotsa/protocol';
import { Button, SelectField, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { useUnsaved } from '../leaving/use-unsaved.tsx';
import { languageName } from '../names/names.ts';
import './guides.css';

/** The languages that the search compares words in. */
const LANGUAGES = ['sv', 'en', 'ar', 'fi'];

const textOf = (list: SynonymList | undefined): string =>
  (list?.groups ?? []).map((words) => words.join(', ')).join('\n');

/** The groups of a text, a line each, with the number of the first line that is none. */
export function groupsOf(text: string): { groups: string[][]; wrong: number | null } {
  const lines = text.split('\n').map((line) =>
    line
      .split(/[,،]/)
      .map((word) => word.trim())
      .filter(Boolean),
  );
  const wrong = lines.findIndex((words) => words.length === 1);
  return { groups: lines.filter((words) => words.length > 1), wrong: wrong < 0 ? null : wrong + 1 };
}

/** The section of synonyms. */
export function SynonymsSection() {
  const { staff, i18n } = useApp();
  const known = useAnswer(() => staff.ask('synonyms:list', {}));
  const [language, setLanguage] = useState('sv');
  return (
    <Fetched of={known} failed={i18n.t.guidesFetchFailed}>
      {({ lists }) => {
        const list = lists.find(({ id }) => id === language);
        return (
          <SynonymForm
            key={`${language}-${list?.revision ?? 0}`}
            language={language}
            list={list}
            onLanguage={setLanguage}
            onSaved={(saved) =>
              known.setValue({ lists: [...lists.filter(({ id }) => id !== saved.id), saved] })
            }
          />
        );
      }}
    </Fetched>
  );
}

interface SynonymFormProps {
  readonly language: string;
  readonly list: SynonymList | undefined;
  readonly onLanguage: (language: string) => void;
  readonly onSaved: (list: SynonymList) => void;
}

function SynonymForm({ language, list, onLanguage, onSaved }: SynonymFormProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const before = textOf(list);
  const [text, setText] = useState(before);
  const [wrong, setWrong] = useState<number | null>(null);
  const unsaved = useUnsaved(text !== before);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const read = groupsOf(text);
    setWrong(read.wrong);
    if (read.wrong !== null) return;
    const request = { language, groups: read.groups, revision: list?.revision ?? 0 };
    const saved = await act(() => staff.ask('synonyms:save', request), t.synonymsSaved);
    if (!saved) return;
    if (!unsaved.forget()) onSaved(saved.value);
  }

  return (
    <form class="guide-form" noValidate onSubmit={(event) => void save(event)}>
      <SelectField
        label={t.synonymsLanguage}
        value={language}
        disabled={text !== before}
        onValue={onLanguage}
        options={LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag, i18n) }))}
      />
      <TextareaField
        label={t.synonymsLabel}
        hint={t.synonymsHint}
        lang={language}
        dir="auto"
        maxRows={24}
        value={text}
        onValue={setText}
        error={wrong === null ? undefined : t.synonymsWrong({ line: wrong })}
      />
      <div class="guide-actions">
        <Button type="submit" variant="primary" busy={busy}>
          {t.synonymsSave}
        </Button>
      </div>
      {unsaved.question}
    </form>
  );
}
