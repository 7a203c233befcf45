import { findPersonalNumbers } from '@lotsa/core';
import { LIMITS } from '@lotsa/protocol';
import { AutoTextarea, IconButton, iconSend } from '@lotsa/ui';
import { useRef } from 'preact/hooks';
import { masked, type Panel } from './panel.ts';

/** Where the visitor writes. A personal number is explained while it is typed and masked before it leaves (rule P2). */
export function Composer({ panel, label }: { readonly panel: Panel; readonly label: string }) {
  const { text, language } = panel;
  const { t, formats } = language;
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = text;
  const tooLong = masked(typed).length > LIMITS.text;
  const send = (): void => {
    if (!panel.mayBegin()) return;
    if (typed.trim() && !tooLong) panel.send(typed);
    area.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div id="composer-help" class="composer-help" role="status">
        {findPersonalNumbers(typed).length > 0 && <p>{t.personalNumber}</p>}
        {tooLong && (
          <p>{t.tooLong({ n: formats.number(typed.length), limit: formats.number(LIMITS.text) })}</p>
        )}
      </div>
      <div class="composer-row">
        <AutoTextarea
          ref={area}
          aria-label={label}
          aria-describedby="composer-help"
          aria-invalid={tooLong || undefined}
          placeholder={label}
          dir={typed ? 'auto' : undefined}
          enterkeyhint="send"
          maxRows={6}
          value={typed}
          onValue={(value) => panel.write(value)}
          onSubmit={send}
        />
        <IconButton type="submit" variant="primary" icon={iconSend} mirror label={t.send} />
      </div>
    </form>
  );
}
