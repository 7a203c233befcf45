import type { App } from '../app-context.ts';

/** Says when the promised date of a case of one's own is near or has passed (rule O6), or a mail in it did not arrive (rule M4). */
export function announceCaseAlerts({ staff, i18n, toasts, announcer, route }: App): void {
  staff.cases.onAlert(({ case: { number }, alerted }) => {
    const { t } = i18n;
    const words = {
      reminder: t.noticeCaseReminder,
      owner: t.noticeCaseOwner,
      manager: t.noticeCaseManager,
      undelivered: t.noticeCaseUndelivered,
    };
    const text = words[alerted]({ number });
    toasts.show({
      text,
      tone: alerted === 'reminder' ? 'info' : 'error',
      action: { label: t.caseShow, onSelect: () => route.openCases(number) },
    });
    announcer.polite(text);
  });
}
