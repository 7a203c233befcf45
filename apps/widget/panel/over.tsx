import { Button, iconDownload } from '@lotsa/ui';
import { ByMail } from './by-mail/part.ts';
import type { Panel } from './panel.ts';
import { Rating } from './rating.tsx';
import { WaysToReachUs } from './ways-to-reach-us.tsx';
import './over.css';

/** After the end: what the visitor thinks of it, a copy to keep (rule P5), and a new question. */
export function Over({ panel }: { readonly panel: Panel }) {
  const { state, chat, language } = panel;
  const { rated, site, conversation, messages } = state;
  const closed = messages.findLast((message) => message.kind === 'event' && message.event.type === 'closed');
  const banned = closed?.kind === 'event' && closed.event.type === 'closed' && closed.event.bannedUntil;
  const { t, formats } = language;
  const save = async (): Promise<void> => {
    const { saveTranscript } = await import('./save-transcript.ts');
    saveTranscript(panel);
  };
  return (
    <section class="below" aria-label={t.over}>
      <div role="status">{rated && <p>{t.rated}</p>}</div>
      {banned && (
        <>
          <p role="alert">{t.banned({ when: formats.dayTime(banned) })}</p>
          <WaysToReachUs panel={panel} />
        </>
      )}
      {!rated && !banned && site && site.survey.length > 0 && <Rating panel={panel} key={conversation?.id} />}
      <div class="buttons">
        <Button variant={rated ? 'primary' : 'secondary'} onClick={() => chat.startOver()}>
          {t.startOver}
        </Button>
        <Button variant="quiet" icon={iconDownload} onClick={() => void save()}>
          {t.save}
        </Button>
      </div>
      <ByMail panel={panel} kind="transcript" />
    </section>
  );
}
