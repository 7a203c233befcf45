import { iconUsers, IconButton } from '@lotsa/ui';
import { useComputed } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { topicName } from '../names/names.ts';
import { ConversationRow, type ConversationRowProps } from './conversation-row.tsx';

/** Props of {@link AssignableRow}. */
export interface AssignableRowProps extends ConversationRowProps {
  readonly onAssign: (id: string) => void;
}

/** A row from which a manager gives the conversation to somebody. */
export function AssignableRow({ onAssign, ...row }: AssignableRowProps) {
  const { state, i18n } = useApp();
  const topicId = useComputed(() => state.value.conversations.get(row.id)?.topicId).value;
  if (topicId === undefined) return null;
  const topic = topicName(state.value.directory, topicId, i18n);
  return (
    <div class="row-assignable">
      <ConversationRow {...row} />
      <IconButton icon={iconUsers} label={i18n.t.assignNamed({ topic })} onClick={() => onAssign(row.id)} />
    </div>
  );
}
