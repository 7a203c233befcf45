import type { VisitorEvent } from '@lotsa/protocol';
import type { Formats } from '@lotsa/ui';
import type { Texts } from '../languages/index.ts';

/** What happened, in one plain sentence. `department` names a department. */
export function eventText(
  event: VisitorEvent,
  t: Texts,
  department: (id: string) => string,
  formats: Pick<Formats, 'date'>,
): string {
  switch (event.type) {
    case 'assigned':
      return t.assigned({ name: event.name });
    case 'returned':
      return t.returned;
    case 'contactLeft':
      return t.contactLeft({
        contact: [event.contact.email, event.contact.phone].filter(Boolean).join(', '),
      });
    case 'specialistJoined':
    case 'transferred':
    case 'specialistLeft':
      return t[event.type]({ name: event.name, department: department(event.departmentId) });
    case 'caseOpened':
      return t.caseOpened({ number: event.number, date: formats.date(event.promisedAt) });
    case 'visitorEnded':
      return t.youEnded;
    case 'closed':
      return t.wasClosed;
  }
}
