import type { RegistrationEntry } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { departmentName, inLanguage } from '../names/names.ts';
import { RegistryActions } from './registry-actions.tsx';

/** Props of {@link RegistryRow}. */
export interface RegistryRowProps {
  readonly entry: RegistrationEntry;
  readonly onChanged: () => void;
}

/** One record of the queue: what, who, when, by when, and what can be done. */
export function RegistryRow({ entry, onChanged }: RegistryRowProps) {
  const { i18n, state, pace } = useApp();
  const { t, formats, lang } = i18n;
  const { registration, subject, sender, departmentId, recordClass, receivedAt } = entry;
  const { of, secret, deadline, diaryNumber, checksum, reason, by, at } = registration;
  const erased = registration.state === 'erased';
  const kind = of.type === 'case' ? t.registryCase : t.registryConversation;
  const what = erased
    ? t.registryGone
    : subject
      ? inLanguage(subject, lang)
      : secret
        ? null
        : t.registryNoSubject;
  // Several are about the same: when it came tells them apart.
  const named = [what ?? t.registrySecret, receivedAt !== null && formats.dayTime(receivedAt)];
  const waits = registration.state === 'waiting';
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [t.registryNumber, <bdi key="number">{of.id}</bdi>],
    ...(waits ? [[t.registryUntil, formats.dayTime(deadline)] as const] : []),
    ...(receivedAt === null ? [] : [[t.registryReceived, formats.dayTime(receivedAt)] as const]),
    ...(erased
      ? []
      : [
          [
            t.registrySender,
            sender === null ? (
              secret ? (
                t.registryHidden
              ) : (
                t.registryNoSender
              )
            ) : (
              <bdi key="sender">{sender}</bdi>
            ),
          ] as const,
        ]),
    ...(departmentId
      ? [[t.registryDepartment, departmentName(state.value.directory, departmentId, i18n)] as const]
      : []),
    ...(recordClass ? [[t.registryClass, t[`recordClass_${recordClass}`]] as const] : []),
    ...(diaryNumber === null ? [] : [[t.registryDiary, <bdi key="diary">{diaryNumber}</bdi>] as const]),
    ...(checksum === null ? [] : [[t.registryChecksum, <code key="sum">{checksum}</code>] as const]),
    ...(reason === null ? [] : [[t.registryReason, <bdi key="reason">{reason}</bdi>] as const]),
    ...(by === null ? [] : [[t.registryBy, `${by.name}, ${formats.dayTime(at)}`] as const]),
  ];
  return (
    <li class="registry-entry">
      <div class="registry-head">
        <h3>
          {kind}
          {what !== null && (
            <>
              : <bdi>{what}</bdi>
            </>
          )}
        </h3>
        {secret && <Badge tone="warn">{t.registrySecret}</Badge>}
        {waits && deadline < pace.value && <Badge tone="danger">{t.registryLate}</Badge>}
        {registration.state === 'registered' && (
          <Badge tone={checksum === null ? 'warn' : 'ok'}>
            {checksum === null ? t.registryNotExported : t.registryExported}
          </Badge>
        )}
      </div>
      <dl class="registry-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RegistryActions
        entry={entry}
        what={`${kind} ${named.filter(Boolean).join(', ')}`}
        onChanged={onChanged}
      />
    </li>
  );
}
