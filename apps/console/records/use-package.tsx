import type { RecordRef } from '@lotsa/protocol';
import type { ComponentChildren } from 'preact';
import { useAct } from '../errors/use-act.ts';
import { useProof } from '../security/use-proof.tsx';
import { fetchFile } from './fetch-file.ts';

/** Where a record is fetched from, by what of it. */
export const recordAddress = ({ type, id }: RecordRef, what: 'package' | 'releases'): string =>
  `/api/records/${type}/${encodeURIComponent(id)}/${what}`;

/** Fetches a record's package for the diary or the archive. */
export function usePackage(of: RecordRef): {
  readonly busy: boolean;
  /** `reason`: of a secret record, why it is fetched. True when the browser has it. */
  readonly fetchPackage: (reason: string | null) => Promise<boolean>;
  /** To be shown, outside of any form. */
  readonly proof: ComponentChildren;
} {
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();
  return {
    busy,
    fetchPackage: async (reason) =>
      (await act(() =>
        withProof(() => fetchFile(recordAddress(of, 'package'), { reason }, `${of.id}.zip`)),
      )) !== null,
    proof,
  };
}
