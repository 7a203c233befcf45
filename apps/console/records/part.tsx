import type { Redaction } from '@lotsa/protocol';
import { Button, VisuallyHidden } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { isMasked, shownOf, withoutPlace, withPlace, wordsOf } from './places.ts';

/** Props of {@link Part}. */
export interface PartProps {
  readonly part: string;
  readonly text: string;
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  readonly places: readonly Redaction[];
  readonly onPlaces: ((places: readonly Redaction[]) => void) | null;
}

/** One text of a record; where it is given out, with a way to black out all of it or its words. */
export function Part({ part, text, label, places, onPlaces }: PartProps) {
  const { t } = useApp().i18n;
  const [choosing, setChoosing] = useState(false);
  const all = { part, from: 0, to: text.length };
  const masked = places.some((place) => place.part === part);
  const wholly = places.some((place) => place.part === part && place.from <= 0 && place.to >= text.length);
  const named = (action: string) => ({ 'aria-label': t.registryOf({ action, what: label }) });
  return (
    <div class="record-part">
      {choosing && onPlaces ? (
        <p class="record-written" dir="auto" role="group" aria-label={t.releaseWords}>
          {wordsOf(text).map(({ word, ...stretch }) => {
            if (!word) return stretch.text;
            const pressed = isMasked(places, part, stretch);
            const place = { part, from: stretch.from, to: stretch.to };
            return (
              <button
                key={stretch.from}
                type="button"
                class="record-word"
                aria-pressed={pressed}
                onClick={() => onPlaces(pressed ? withoutPlace(places, place) : withPlace(places, place))}
              >
                {stretch.text}
              </button>
            );
          })}
        </p>
      ) : (
        <p class="record-written" dir="auto">
          {shownOf(places, part, text).map(
            ({ text: shown }, at) =>
              shown ?? (
                <span key={at} class="record-mask">
                  <VisuallyHidden>{t.releaseMasked}</VisuallyHidden>
                </span>
              ),
          )}
        </p>
      )}
      {onPlaces && (
        <div class="record-part-actions">
          <Button
            variant="quiet"
            aria-expanded={choosing}
            {...named(choosing ? t.releaseDone : t.releaseMask)}
            onClick={() => setChoosing(!choosing)}
          >
            {choosing ? t.releaseDone : t.releaseMask}
          </Button>
          <Button
            variant="quiet"
            {...named(wholly ? t.releaseUnmask : t.releaseMaskAll)}
            onClick={() => onPlaces(wholly ? withoutPlace(places, all) : withPlace(places, all))}
          >
            {wholly ? t.releaseUnmask : t.releaseMaskAll}
          </Button>
          {masked && !wholly && (
            <Button
              variant="quiet"
              {...named(t.releaseUnmask)}
              onClick={() => onPlaces(withoutPlace(places, all))}
            >
              {t.releaseUnmask}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
