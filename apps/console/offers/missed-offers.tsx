import type { Me } from '@lotsa/protocol';
import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';

/** Offers were missed, so the relay offers no more: that is not to be found out by waiting. */
export function MissedOffers({ me }: { readonly me: Me }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  if (me.availabilityReason !== 'missedOffers') return null;
  return (
    <Banner
      tone="warn"
      title={t.missedTitle}
      announce
      action={
        <Button busy={busy} onClick={() => void act(() => staff.setAvailability('available'))}>
          {t.availableAgain}
        </Button>
      }
    >
      {t.missedText}
    </Banner>
  );
}
