import type { Ban } from '@lotsa/protocol';
import { Button, EmptyState, iconCheck } from '@lotsa/ui';
import { useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { Facts } from '../facts/facts.tsx';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import './bans.css';

/** Who is kept out of the chat, until when and why, to be let in again (rule B3). */
export function BansScreen() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const pages = usePages(
    (after) => staff.ask('bans:list', { after }),
    ({ bans }) => bans,
  );
  const list = useRef<HTMLUListElement>(null);
  const { busy, act } = useAct();

  async function lift(ban: Ban) {
    if (!(await act(() => staff.ask('ban:lift', { banId: ban.id }), t.bansLifted))) return;
    pages.setItems((bans) => bans.filter(({ id }) => id !== ban.id));
    // The button that had focus is gone.
    list.current?.focus();
  }

  return (
    <Paged
      pages={pages}
      failed={t.bansFailed}
      none={
        <EmptyState icon={iconCheck} title={t.bansNone}>
          {t.bansNoneText}
        </EmptyState>
      }
    >
      {(bans) => (
        <ul ref={list} class="bans" aria-label={t.bans} tabIndex={-1}>
          {bans.map((ban) => (
            <BanRow key={ban.id} ban={ban} busy={busy} onLift={() => void lift(ban)} />
          ))}
        </ul>
      )}
    </Paged>
  );
}

interface BanRowProps {
  readonly ban: Ban;
  readonly busy: boolean;
  readonly onLift: () => void;
}

function BanRow({ ban, busy, onLift }: BanRowProps) {
  const { i18n, route } = useApp();
  const { t, formats } = i18n;
  const until = formats.dayTime(ban.until);
  return (
    <li class="ban">
      <Facts
        facts={[
          [t.bansUntil, until],
          [
            t.bansReason,
            <span key="reason" dir="auto">
              {ban.reason ?? t.bansSecret}
            </span>,
          ],
          [
            t.bansBy,
            <>
              <bdi>{ban.by.name}</bdi>, {formats.dayTime(ban.at)}
            </>,
          ],
        ]}
      />
      <div class="ban-actions">
        <Button variant="quiet" onClick={() => route.open(ban.conversationId)}>
          {t.bansConversation}
        </Button>
        <Button busy={busy} aria-label={t.bansLiftOf({ when: until })} onClick={onLift}>
          {t.bansLift}
        </Button>
      </div>
    </li>
  );
}
