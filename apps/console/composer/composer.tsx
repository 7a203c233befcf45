import { type Access, findPersonalNumbers, maskPersonalNumbers } from '@lotsa/core';
import { type Conversation, LIMITS } from '@lotsa/protocol';
import { AutoTextarea, Button, Icon, iconEye, iconInfo, iconLock, iconSend, Listbox } from '@lotsa/ui';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Attach } from '../files/attach.tsx';
import { languageName } from '../names/names.ts';
import { openId } from '../routing/route.ts';
import { COMPOSER } from '../shell/places.ts';
import { knownValues } from './known-values.ts';
import { draftKey, type Mode, openComposerMode, wantsNote } from './mode.ts';
import { ModeSwitch } from './mode-switch.tsx';
import { NoteTo } from './note-to.tsx';
import { readersOf, whisperTo } from './readers.ts';
import { fillInText, openPlace } from './open-place.ts';
import { replaced, type Token } from './token.ts';
import { usePicker } from './use-picker.ts';
import { useRoom } from './use-room.ts';
import './composer.css';

/** Props of {@link Composer}. */
export interface ComposerProps {
  readonly conversation: Conversation;
  readonly access: Access;
  readonly mode: Mode;
}

/** Where one writes: to the visitor, or a note that only staff see. The two look, sound and are kept differently. */
export function Composer({ conversation, access, mode }: ComposerProps) {
  const { staff, state, i18n, noting, dialog, composer, route, pace } = useApp();
  const { t } = i18n;
  const { id, language } = conversation;
  const note = mode === 'note';
  const key = draftKey(id, mode);
  const draft = state.value.drafts[key] ?? '';
  const root = useRef<HTMLDivElement>(null);
  useRoom(root);
  const area = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState(0);
  /** Where the cursor is to be once the text that was put in is there. */
  const wanted = useRef<readonly [start: number, end: number] | null>(null);
  const excess = draft.length - LIMITS.text;
  const { directory, me } = state.value;
  const promisedAt = state.value.promises.get(id);
  const known = useCallback(
    (lang: string) => knownValues(conversation, lang, { directory, me, promisedAt, now: pace.value }),
    [conversation, directory, me, promisedAt, pace.value],
  );
  const current = openId(route) === id;
  /** Skip links lead to the one that is worked in. */
  const fieldId = current ? COMPOSER : `${COMPOSER}-${id}`;
  const { threads } = state.value;
  const readers = useMemo(
    () => (note && me ? readersOf(me, conversation, threads[id]?.messages ?? []) : []),
    [note, me, conversation, threads, id],
  );
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const wantedReader = chosen === undefined && me ? whisperTo(me, conversation) : (chosen ?? null);
  const reader = readers.some((each) => each.id === wantedReader) ? wantedReader : null;
  const mayHandOff = access.decide && conversation.ownerType !== 'queue';

  const write = (text: string) => {
    staff.setDraft(key, text);
    if (!note) staff.setTyping(id, text.trim() !== '');
  };
  const place = note ? null : openPlace(draft);
  const put = (part: Pick<Token, 'start' | 'end'>, text: string) => {
    const next = replaced(draft, part, text);
    const open = openPlace(text);
    // What is to be filled in is selected, so that typing fills it in.
    wanted.current = open ? [part.start + open.start, part.start + open.end] : [next.cursor, next.cursor];
    write(next.text);
    setCursor(next.cursor);
    area.current?.focus();
  };
  const picker = usePicker(draft, cursor, note ? i18n.lang : language, known, put);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    area.current?.setSelectionRange(...wanted.current);
    wanted.current = null;
  }, [draft]);

  // Before the effects of the pane around it, which may ask for focus.
  useLayoutEffect(() => {
    // Of two beside each other, the one that is worked in.
    if (!current) return;
    return composer.attach({
      focus: () => area.current?.focus(),
      insert(text) {
        const { selectionStart: start, selectionEnd: end } = area.current ?? {
          selectionStart: 0,
          selectionEnd: 0,
        };
        const gap = start > 0 && !/\s$/.test(draft.slice(0, start)) ? '\n' : '';
        put({ start, end }, gap + text);
      },
    });
  });
  useEffect(() => () => staff.setTyping(id, false), [staff, id]);

  const send = () => {
    if (!draft.trim() || excess > 0) return;
    if (place) {
      area.current?.setSelectionRange(place.start, place.end);
      return;
    }
    const { text } = maskPersonalNumbers(draft);
    if (note) {
      // Sending empties the answer's draft, which is another one and is to stay.
      const answer = state.value.drafts[id] ?? '';
      staff.sendNote(id, text, reader);
      staff.setDraft(id, answer);
      staff.setDraft(key, '');
    } else staff.sendText(id, text);
    setCursor(0);
  };

  const follow = (event: { currentTarget: HTMLTextAreaElement }) =>
    setCursor(event.currentTarget.selectionStart);
  const open = picker.token !== null;
  return (
    <div ref={root} class="composer" data-mode={mode}>
      {open && (
        <div class="composer-picker ui-popup">
          <Listbox
            state={picker.list}
            label={picker.token?.trigger === '/' ? t.cannedResponses : t.guides}
            emptyText={t.nothingFound}
          />
        </div>
      )}
      <div class="composer-head">
        {access.write && access.note && (
          <ModeSwitch
            mode={mode}
            onMode={(next) => {
              wantsNote(noting, id, next === 'note');
              area.current?.focus();
            }}
          />
        )}
        <p class="composer-audience" id={`${fieldId}-audience`}>
          <Icon of={note ? iconLock : iconEye} />
          {note ? t.seenByStaff : t.seenByVisitor}
          {!note && language !== i18n.lang && (
            <span class="composer-language">{t.inLanguage({ language: languageName(language, i18n) })}</span>
          )}
        </p>
        <NoteTo readers={readers} value={reader} onValue={setChosen} />
      </div>
      <AutoTextarea
        id={fieldId}
        ref={area}
        class="composer-area"
        aria-label={note ? t.composerNote : t.composerText}
        aria-describedby={`${fieldId}-audience`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? picker.list.id : undefined}
        aria-activedescendant={open ? picker.list.activeId : undefined}
        placeholder={note ? t.placeholderNote : t.placeholderText}
        dir="auto"
        lang={note ? undefined : language}
        rows={2}
        maxRows={12}
        value={draft}
        onValue={(text) => {
          write(text);
          setCursor(area.current?.selectionStart ?? text.length);
        }}
        onSubmit={send}
        onSelect={follow}
        onKeyDown={(event) => {
          if (!open) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            picker.dismiss();
          } else picker.list.onKeyDown(event);
        }}
        onBeforeInput={(event: InputEvent) => {
          if (draft !== '' || (event.data !== '@' && event.data !== '!')) return;
          if (event.data === '@' && mayHandOff) dialog.value = 'handoff';
          else if (event.data === '!' && access.note && !note) wantsNote(noting, id, true);
          else return;
          event.preventDefault();
        }}
        onBlur={() => {
          if (!note) staff.setTyping(id, false);
        }}
      />
      <div class="composer-foot">
        {!note && <Attach key={id} conversationId={id} />}
        <p class="composer-hint" role="status" data-warn={excess > 0 || place !== null || undefined}>
          {excess > 0 ? (
            t.tooLong({ n: excess })
          ) : place ? (
            fillInText(place.name, t)
          ) : findPersonalNumbers(draft).length > 0 ? (
            <>
              <Icon of={iconInfo} /> {t.personalNumber}
            </>
          ) : (
            <span aria-hidden="true">
              {note ? t.composerHintNote : mayHandOff ? t.composerHintOwner : t.composerHint}
            </span>
          )}
        </p>
        <Button
          variant="primary"
          icon={note ? iconLock : iconSend}
          mirror={!note}
          aria-disabled={!draft.trim() || excess > 0}
          onClick={() => {
            send();
            area.current?.focus();
          }}
        >
          {note ? t.sendNote : t.send}
        </Button>
      </div>
    </div>
  );
}

/** What this user's composer writes in a conversation, or null. */
export const modeIn = (access: Access, noting: ReadonlySet<string>, id: string): Mode | null =>
  openComposerMode(access, noting.has(id));
