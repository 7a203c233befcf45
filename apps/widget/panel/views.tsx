import { isOver } from '@lotsa/client';
import { Button } from '@lotsa/ui';
import { Composer } from './composer.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import type { Panel } from './panel.ts';
import {
  Banners,
  Conversation,
  EndQuestion,
  Over,
  Suggestions,
  Tools,
  TopicChoice,
  Waiting,
} from './parts.ts';
import { Welcome } from './welcome.tsx';

/** Props of {@link Views}. */
interface ViewsProps {
  readonly panel: Panel;
  /** The visitor is being asked whether to end the conversation. */
  readonly ending: boolean;
  readonly onStay: () => void;
}

/** What is shown of a site that answers: welcome or conversation, and under it what can be done now. */
export function Views({ panel, ending, onStay }: ViewsProps) {
  const { chat, lost, language } = panel;
  const { banners, conversation, identity, messages, offer, site } = panel.state;
  const { t } = language;
  const over = isOver(conversation);
  const talking = messages.length > 0;
  const closed = !talking && offer?.chat === false;
  const refused = messages.findLast((message) => message.error?.code === 'chat_closed');
  const topic = !talking && site?.askTopic !== 'off' && <TopicChoice panel={panel} />;
  return (
    <>
      {(banners.length > 0 || identity) && <Banners panel={panel} />}
      {talking ? (
        <Conversation panel={panel} />
      ) : (
        <div class="panel-scroll">
          <Welcome panel={panel} />
          {closed && topic}
          {closed && <LeaveQuestion panel={panel} />}
        </div>
      )}
      {/* Here before what it says: a live region that comes with its text is not heard (WCAG 4.1.3). */}
      <div aria-live="polite">
        {lost && (
          <div class="lost">
            <p>
              <strong>{t.lost}</strong> {t.lostText}
            </p>
            <Button onClick={() => chat.retry()}>{t.retry}</Button>
          </div>
        )}
        {talking && <Waiting panel={panel} />}
      </div>
      {over && <Over panel={panel} />}
      {refused && <LeaveQuestion panel={panel} refused={refused} />}
      {ending && !over && <EndQuestion panel={panel} onStay={onStay} />}
      {!closed && topic}
      {!over && !closed && !refused && (
        <>
          <Composer panel={panel} label={talking ? t.writeMessage : t.writeQuestion} />
          {conversation && <Tools panel={panel} />}
        </>
      )}
      {!talking && !closed && panel.text && <Suggestions panel={panel} />}
    </>
  );
}
