import { PackageRequest, ReleaseRequest } from '@lotsa/protocol';
import * as v from 'valibot';

/** `POST /api/records/{type}/{id}/releases`. */
export const Releasing = v.object({
  ...ReleaseRequest.entries,
  /** Looks at what it would be; nothing is given out. */
  preview: v.optional(v.boolean(), false),
  /** Of a secret record that is a registrar's to give out; logged. */
  why: v.optional(PackageRequest.entries.reason, null),
});
