import type { Ban } from '@lotsa/protocol';
import { Button, EmptyState, iconAlert, iconCheck, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { useAct } from '../errors/use-act.ts';
import './bans.css';

/** Who is kept out of the chat, until when and why, to be let in again (rule B3). */
export function BansScreen() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [bans, setBans] = useState<readonly Ban[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { busy, act } = useAct();

  async function load(after: string | null) {
    setFailure(null);
    const answer = await staff.ask('bans:list', { after });
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    setBans((before) => [...((after !== null && before) || []), ...answer.value.bans]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void load(null);
    // oxlint-disable-next-line react/exhaustive-deps -- fetched once, when it is opened
  }, [staff]);

  async function lift(ban: Ban) {
    if (!(await act(() => staff.ask('ban:lift', { banId: ban.id }), t.bansLifted))) return;
    setBans((before) => before?.filter(({ id }) => id !== ban.id) ?? null);
    // The button that had focus is gone.
    list.current?.focus();
  }

  if (failure !== null && bans === null) {
    return (
      <EmptyState
        icon={iconAlert}
        title={t.bansFailed}
        action={<Button onClick={() => void load(null)}>{t.tryAgain}</Button>}
      >
        {failure}
      </EmptyState>
    );
  }
  if (bans === null) return <Skeleton lines={6} />;
  if (bans.length === 0) {
    return (
      <EmptyState icon={iconCheck} title={t.bansNone}>
        {t.bansNoneText}
      </EmptyState>
    );
  }
  return (
    <>
      <ul ref={list} class="bans" aria-label={t.bans} tabIndex={-1}>
        {bans.map((ban) => (
          <BanRow key={ban.id} ban={ban} busy={busy} onLift={() => void lift(ban)} />
        ))}
      </ul>
      {failure !== null && <p role="alert">{failure}</p>}
      {next !== null && <Button onClick={() => void load(next)}>{t.bansMore}</Button>}
    </>
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
      <dl>
        <div>
          <dt>{t.bansUntil}</dt>
          <dd>{until}</dd>
        </div>
        <div>
          <dt>{t.bansReason}</dt>
          <dd dir="auto">{ban.reason ?? t.bansSecret}</dd>
        </div>
        <div>
          <dt>{t.bansBy}</dt>
          <dd>
            <bdi>{ban.by.name}</bdi>, {formats.dayTime(ban.at)}
          </dd>
        </div>
      </dl>
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
