import { SelectField } from '@lotsa/ui';
import type { Panel } from '../panel.ts';
import { langOf } from '../language.ts';
import { EServices } from './e-services.tsx';

/** What the first question is about, where the site asks for it; it may be left open where the site lets it. */
export function TopicChoice({ panel }: { readonly panel: Panel }) {
  const { state, topic, language } = panel;
  const { t } = language;
  const { topics = [], askTopic } = state.site ?? {};
  const names = new Intl.Collator(language.lang);
  const options = topics
    .map(({ id, name }) => ({ value: id, label: panel.say(name), lang: langOf(name, language) }))
    .toSorted((a, b) => names.compare(a.label, b.label));
  return (
    <div class="topic-choice">
      <SelectField
        id="topic"
        label={t.topic}
        optional={askTopic === 'required' ? undefined : t.topicOptional}
        options={[{ value: '', label: t.topicNone }, ...options]}
        error={topic.missing ? t.topicNeeded : undefined}
        value={topic.id ?? ''}
        onValue={(id) => panel.choose(id || null)}
      />
      <EServices panel={panel} />
    </div>
  );
}
