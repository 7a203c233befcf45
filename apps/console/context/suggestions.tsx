import type { Directory } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { Badge, Button, iconPlus, iconSearch, IconButton } from '@lotsa/ui';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { languageName } from '../names/names.ts';
import { useFitting } from './fitting.ts';
import { suggestionsFor } from './suggestions-for.ts';

/** Ready answers for the topic, put in the composer by one press. */
export function Suggestions({
  conversation,
  directory,
}: {
  readonly conversation: Conversation;
  readonly directory: Directory;
}) {
  const { i18n, composer, contextShown, dialog } = useApp();
  const { t } = i18n;
  const fitting = useFitting(conversation);
  const suggestions = useMemo(
    () => suggestionsFor(directory, conversation, fitting),
    [directory, conversation, fitting],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = /^Digit([1-6])$/.exec(event.code)?.[1];
      if (!event.altKey || event.ctrlKey || event.metaKey || place === undefined || event.isComposing) return;
      const picked = suggestions[Number(place) - 1];
      if (!picked || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      composer.insert(picked.text);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [suggestions, composer]);
  return (
    <section class="context-section">
      <h3>{t.suggestions}</h3>
      {suggestions.length === 0 ? (
        <p class="context-muted">{t.noSuggestions}</p>
      ) : (
        <>
          <p class="context-muted">{t.suggestionsHint}</p>
          <ul class="suggestions">
            {suggestions.map((each, at) => (
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
                    {each.kind === 'eService' && <Badge tone="accent">{t.eService}</Badge>}
                    {each.kind === 'earlier' && <Badge>{t.earlierAnswers}</Badge>}
                    {each.language !== conversation.language && (
                      <Badge tone="warn">{t.onlyIn({ language: languageName(each.language, i18n) })}</Badge>
                    )}
                  </p>
                </div>
                <IconButton
                  icon={iconPlus}
                  label={`${t.insertNamed({ title: each.title })} (Alt+${at + 1})`}
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
      <Button icon={iconSearch} onClick={() => (dialog.value = 'earlierAnswers')}>
        {t.earlierSearch}
      </Button>
    </section>
  );
}
