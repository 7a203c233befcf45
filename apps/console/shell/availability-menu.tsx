import type { Availability, AvailabilityReason, Me } from '@lotsa/protocol';
import { Menu, StatusDot, VisuallyHidden } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { statusText } from '../board/status-text.ts';
import { useAct } from '../errors/use-act.ts';

const REASONS = ['lunch', 'break', 'meeting', 'training', 'administration'] as const;

type Item = readonly [Availability, AvailabilityReason | null, label: string];

/** Whether I take questions, and why not (rule R1). */
export function AvailabilityMenu({ me }: { readonly me: Me }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const { act } = useAct();
  const items: readonly Item[] = [
    ['available', null, t.availabilityAvailable],
    ['busy', null, t.availabilityBusy],
    ...REASONS.map((reason): Item => ['away', reason, t.awayFor({ reason: t[`reason_${reason}`] })]),
    ['away', null, t.awayOther],
  ];
  return (
    <div class="availability">
      <StatusDot status={me.availability}>
        <VisuallyHidden>{t.availability}:</VisuallyHidden>
      </StatusDot>
      <Menu
        label={statusText(me, i18n)}
        variant="quiet"
        align="end"
        items={items.map(([availability, reason, label]) => ({
          key: `${availability}-${reason ?? ''}`,
          label,
          onSelect: () => void act(() => staff.setAvailability(availability, reason)),
        }))}
      />
    </div>
  );
}
