import type { Answer, StepUpMethod, StepUpState } from '@lotsa/protocol';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ProofDialog } from './proof-dialog.tsx';
import { request } from '../fetching/request.ts';

/** Asks for what is only given to whoever has proved lately who it is. */
export function useProof(): {
  /** Asks; where a proof is wanted, has it given in {@link proof} and asks again. Null when the user would not. */
  readonly withProof: <Value>(ask: () => Promise<Answer<Value>>) => Promise<Answer<Value> | null>;
  /** To be shown, outside of any form. */
  readonly proof: ComponentChildren;
} {
  const [methods, setMethods] = useState<readonly StepUpMethod[] | null>(null);
  const decide = useRef<(proved: boolean) => void>(() => undefined);
  return {
    async withProof(ask) {
      const answer = await ask();
      if (answer.ok || answer.error.code !== 'step_up') return answer;
      setMethods(answer.error.data.methods);
      const proved = await new Promise<boolean>((resolve) => {
        decide.current = resolve;
      });
      setMethods(null);
      return proved ? ask() : null;
    },
    proof: methods && <ProofDialog methods={methods} onDone={(proved) => decide.current(proved)} />,
  };
}

/** For a file that the browser fetches itself: whether it would be given now. */
export async function mayFetch(): Promise<Answer<StepUpState>> {
  const answer = await request<StepUpState>('GET', '/api/account/step-up');
  if (!answer.ok || answer.value.fresh) return answer;
  return { ok: false, error: { code: 'step_up', data: { methods: answer.value.methods } } };
}
