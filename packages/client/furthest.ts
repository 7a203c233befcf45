import type { Marks } from '@lotsa/protocol';

/** The further of each mark: marks only grow, and may be told out of order. */
export const furthest = (a: Marks, b: Marks): Marks => ({
  visitorDelivered: Math.max(a.visitorDelivered, b.visitorDelivered),
  visitorRead: Math.max(a.visitorRead, b.visitorRead),
  staffDelivered: Math.max(a.staffDelivered, b.staffDelivered),
  staffRead: Math.max(a.staffRead, b.staffRead),
});
