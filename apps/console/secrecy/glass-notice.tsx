import type { Conversation, Me } from '@lotsa/protocol';
import { Icon, iconEye } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** Props of {@link GlassNotice}. */
export interface GlassNoticeProps {
  readonly conversation: Conversation;
  readonly me: Me;
}

/** Whoever reads a secret conversation by breaking the glass is shown until when (rule P6). */
export function GlassNotice({ conversation, me }: GlassNoticeProps) {
  const { t, formats } = useApp().i18n;
  const broken = conversation.secret && conversation.glass.find(({ user }) => user.id === me.id);
  if (!broken || conversation.ownerId === me.id) return null;
  return (
    <p class="conversation-watching">
      <Icon of={iconEye} /> {t.glassUntil({ when: formats.dayTime(broken.until) })}
    </p>
  );
}
