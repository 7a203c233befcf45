import { Badge, Icon, iconAlert } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { shortDay } from './short-day.ts';

/** By when the visitor is promised an answer, and whether that has passed (rule O6): in words and by a mark, not by colour alone. */
export function PromiseBadge({ promisedAt }: { readonly promisedAt: number }) {
  const { i18n, pace } = useApp();
  const { t, formats, lang } = i18n;
  const when = shortDay(promisedAt, formats, lang);
  const date = formats.date(promisedAt);
  return promisedAt < pace.value ? (
    <Badge tone="danger" label={t.promiseBrokenNamed({ date })}>
      <Icon of={iconAlert} /> {t.promiseBroken({ when })}
    </Badge>
  ) : (
    <Badge label={t.promiseNamed({ date })}>{t.promise({ when })}</Badge>
  );
}
