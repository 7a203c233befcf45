import type { Availability, Me } from '@lotsa/protocol';
import { Menu, StatusDot, VisuallyHidden } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';

/** Whether I take questions (rule R1). */
export function AvailabilityMenu({ me }: { readonly me: Me }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const { act } = useAct();
  const items: readonly [Availability, string][] = [
    ['available', t.availabilityAvailable],
    ['busy', t.availabilityBusy],
    ['away', t.availabilityAway],
  ];
  return (
    <div class="availability">
      <StatusDot status={me.availability}>
        <VisuallyHidden>{t.availability}:</VisuallyHidden>
      </StatusDot>
      <Menu
        label={t[me.availability]}
        variant="quiet"
        align="end"
        items={items.map(([availability, label]) => ({
          key: availability,
          label,
          onSelect: () => void act(() => staff.setAvailability(availability)),
        }))}
      />
    </div>
  );
}
