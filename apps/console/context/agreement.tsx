import { agreementOf } from '@lotsa/core';
import type { Directory } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { departmentOf } from '../handoff/targets.ts';

/** What the centre and the department have agreed: who answers what. */
export function Agreement({
  conversation,
  directory,
}: {
  readonly conversation: Conversation;
  readonly directory: Directory;
}) {
  const { t } = useApp().i18n;
  const departmentId = departmentOf(directory, conversation);
  const department = directory.departments.find(({ id }) => id === departmentId);
  if (!department) return null;
  const agreed = agreementOf(directory.agreements, departmentId, conversation.topicId);
  return (
    <section class="context-section">
      <h3>{t.agreement}</h3>
      {agreed && agreed.checklist.length > 0 && (
        <div class="agreement">
          <h4>{t.field_checklist}</h4>
          <ul lang="sv">
            {agreed.checklist.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {(
        [
          [t.centreDoes, department.centreDoes],
          [t.departmentDoes, department.departmentDoes],
        ] as const
      ).map(([who, what]) => (
        <div key={who} class="agreement">
          <h4>{who}</h4>
          {/* Agreements are written in Swedish. */}
          <ul lang="sv">
            {what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      <p class="context-muted">{t.replyWithin({ n: agreed?.replyWorkdays ?? department.replyWorkdays })}</p>
    </section>
  );
}
