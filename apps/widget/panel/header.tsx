import { isOver } from '@lotsa/client';
import { Button, IconButton, iconClose, iconGlobe, Icon } from '@lotsa/ui';
import { fetchLanguage, nameOf } from '../languages/index.ts';
import { langOf } from './language.ts';
import { offerText } from './offer-text.ts';
import type { Panel } from './panel.ts';

/** Whose chat it is, who answers, the language, and the ways out. */
export function Header({ panel, onEnd }: { readonly panel: Panel; readonly onEnd: () => void }) {
  const { state, language, embedder } = panel;
  const { site, conversation } = state;
  const { t } = language;
  const choices = site?.languages.filter(fetchLanguage) ?? [];
  const over = isOver(conversation);
  return (
    <header class="head">
      <div class="head-names">
        {!embedder && (
          <p class="head-site" lang={site ? langOf(site.name, language) : undefined}>
            {panel.say(site?.name)}
          </p>
        )}
        <h1 class="head-title" tabIndex={-1} lang={site ? langOf(site.centreName, language) : undefined}>
          {panel.say(site?.centreName) || t.title}
        </h1>
        <p class="head-state">{stateText(panel)}</p>
      </div>
      <div class="head-actions">
        {choices.length > 1 && (
          <label class="head-language" data-compact={conversation !== null || undefined}>
            <Icon of={iconGlobe} />
            <span class="visually-hidden">{t.language}</span>
            <select value={language.lang} onChange={(event) => panel.speak(event.currentTarget.value)}>
              {choices.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {nameOf(tag)}
                </option>
              ))}
            </select>
          </label>
        )}
        {conversation && !over && (
          <Button variant="quiet" aria-label={t.endLong} onClick={onEnd}>
            {t.end}
          </Button>
        )}
        {embedder && (
          <IconButton icon={iconClose} label={t.close} onClick={() => embedder.tell({ lotsa: 'close' })} />
        )}
      </div>
    </header>
  );
}

function stateText({ state, language }: Panel): string {
  const { conversation, offer } = state;
  const { t, formats } = language;
  if (!conversation) return offer ? offerText(offer, t, formats) : '';
  if (isOver(conversation)) return t.over;
  const names = conversation.staff.map(({ name }) => name);
  if (conversation.status !== 'queued' && names.length > 0) return t.answers({ names: formats.list(names) });
  // Who left how to be reached does not wait here. The words come with the conversation.
  return conversation.contactLeft ? t.received : t.inQueue;
}
