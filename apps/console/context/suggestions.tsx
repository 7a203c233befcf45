import type { Directory } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { Badge, iconPlus, IconButton } from '@lotsa/ui';
import { useMemo } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { languageName } from '../names/names.ts';
import { suggestionsFor } from './suggestions-for.ts';

/** Ready answers for the topic, put in the composer by one press. */
export function Suggestions({
  conversation,
  directory,
}: {
  readonly conversation: Conversation;
  readonly directory: Directory;
}) {
  const { i18n, composer, contextShown } = useApp();
  const { t } = i18n;
  const suggestions = useMemo(() => suggestionsFor(directory, conversation), [directory, conversation]);
  return (
    <section class="context-section">
      <h3>{t.suggestions}</h3>
      {suggestions.length === 0 ? (
        <p class="context-muted">{t.noSuggestions}</p>
      ) : (
        <>
          <p class="context-muted">{t.suggestionsHint}</p>
          <ul class="suggestions">
            {suggestions.map((each) => (
              <li key={`${each.kind}-${each.id}`} class="suggestion">
                <div>
                  <p class="suggestion-title" lang={conversation.language} dir="auto">
                    {each.title}
                  </p>
                  <p class="suggestion-text" lang={each.language} dir="auto">
                    {each.hint}
                  </p>
                  <p class="suggestion-badges">
                    {each.kind === 'guide' && <Badge>{t.guide}</Badge>}
                    {each.language !== conversation.language && (
                      <Badge tone="warn">{t.onlyIn({ language: languageName(each.language, i18n) })}</Badge>
                    )}
                  </p>
                </div>
                <IconButton
                  icon={iconPlus}
                  label={t.insertNamed({ title: each.title })}
                  onClick={() => {
                    composer.insert(each.text);
                    contextShown.value = false;
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
