import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { duration } from '../lists/duration.ts';
import { topicName } from '../names/names.ts';
import { openId } from '../routing/route.ts';
import { alarmOf } from './alarm-of.ts';

/** Somebody has waited too long. It cannot be put away, only answered. */
export function AlarmBanner() {
  const { state, now, pace, i18n, route, box } = useApp();
  const { t } = i18n;
  const alarm = alarmOf(state.value, pace.value);
  if (!alarm) return null;
  const { first, since, mine, more } = alarm;
  const words = { topic: topicName(state.value.directory, first.topicId, i18n) };
  return (
    <Banner
      // Said anew when it is another one that waits.
      key={first.id}
      tone="error"
      title={mine ? t.alarmMine(words) : t.alarmQueue(words)}
      announce
      action={
        openId(route) !== first.id && (
          <Button
            variant="danger"
            onClick={() => {
              box.value = mine ? 'mine' : 'queue';
              route.open(first.id);
            }}
          >
            {t.alarmOpen}
          </Button>
        )
      }
    >
      <span aria-live="off">
        {t.waits} {duration(now.value - since, t)} {more > 0 && t.alarmMore({ n: more })}
      </span>
    </Banner>
  );
}
