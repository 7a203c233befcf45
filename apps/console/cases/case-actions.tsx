import type { Case, Me } from '@lotsa/protocol';
import {
  Button,
  iconCalendar,
  iconCheck,
  iconFlag,
  iconFile,
  iconHandOff,
  iconInbox,
  iconRetry,
  iconUser,
  iconUsers,
  Menu,
} from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';

type Asked = 'handler' | 'owner' | 'move' | 'promise' | 'merge';

/** Props of {@link CaseActions}. */
export interface CaseActionsProps {
  readonly it: Case;
  readonly me: Me;
}

/** What can be done with a case besides writing in it. */
export function CaseActions({ it, me }: CaseActionsProps) {
  const { i18n, staff, dialog, route } = useApp();
  const { t } = i18n;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { busy, act } = useAct();
  const { number, open, handlerId, status } = it;
  const close = () => setAsked(null);
  const setHandler = (userId: string | null, done: string) =>
    void act(() => staff.cases.update(number, { type: 'handler', userId }), done);
  const reopen = () => void act(() => staff.cases.update(number, { type: 'reopen' }), t.caseReopened);

  const whole = it.ownerId === me.id || handlerId === me.id || me.role === 'manager';
  const recordItems = [
    {
      key: 'registrar',
      label: t.registryAsk,
      icon: iconInbox,
      onSelect: () =>
        void act(() => staff.ask('registration:ask', { of: { type: 'case', id: number } }), t.registryAsked),
    },
    ...(whole
      ? [
          {
            key: 'record',
            label: t.recordTakeOut,
            icon: iconFile,
            onSelect: () => route.openRecord({ type: 'case', id: number }),
          },
        ]
      : []),
  ];
  if (open === 0) {
    return (
      <div class="case-actions">
        {status !== 'withdrawn' && (
          <Button icon={iconRetry} busy={busy} onClick={reopen}>
            {it.mergedInto === null ? t.caseReopen : t.caseSplit}
          </Button>
        )}
        <Menu label={t.caseActions} align="end" items={recordItems} />
      </div>
    );
  }
  const mine = handlerId === me.id;
  return (
    <div class="case-actions">
      {!mine && (
        <Button variant="primary" icon={iconCheck} busy={busy} onClick={() => setHandler(me.id, t.caseTaken)}>
          {t.caseTake}
        </Button>
      )}
      <Menu
        label={t.caseActions}
        align="end"
        items={[
          ...(handlerId === ''
            ? []
            : [
                {
                  key: 'back',
                  label: t.caseGiveBack,
                  icon: iconInbox,
                  onSelect: () => setHandler(null, t.caseGivenBack),
                },
              ]),
          { key: 'handler', label: t.caseSetHandler, icon: iconUser, onSelect: () => setAsked('handler') },
          { key: 'owner', label: t.caseSetOwner, icon: iconUsers, onSelect: () => setAsked('owner') },
          { key: 'move', label: t.caseMove, icon: iconHandOff, onSelect: () => setAsked('move') },
          { key: 'promise', label: t.caseMoveDate, icon: iconCalendar, onSelect: () => setAsked('promise') },
          { key: 'gap', label: t.gapMark, icon: iconFlag, onSelect: () => (dialog.value = 'webGap') },
          { key: 'merge', label: t.caseMerge, icon: iconInbox, onSelect: () => setAsked('merge') },
          ...recordItems,
        ]}
      />
      {(asked === 'handler' || asked === 'owner') && <PersonDialog it={it} role={asked} onClose={close} />}
      {asked === 'move' && <MoveDialog it={it} onClose={close} />}
      {asked === 'promise' && <PromiseDialog it={it} onClose={close} />}
      {asked === 'merge' && <MergeDialog it={it} me={me} onClose={close} />}
    </div>
  );
}
