import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { duration } from '../lists/duration.ts';
import { topicName } from '../names/names.ts';
import { openId } from '../routing/route.ts';

/** Somebody has waited too long. It cannot be put away, only answered. */
export function AlarmBanner() {
  const { state, now, alarm, i18n, route, box } = useApp();
  const { t } = i18n;
  if (!alarm.value) return null;
  const { first, since, mine, more } = alarm.value;
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
