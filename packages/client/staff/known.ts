import type { Me } from '@lotsa/protocol';
import type { Records } from './records.ts';

/** What a desk knows: all its parts read and replace the same. */
export interface Known {
  me: Me;
  records: Records;
}
