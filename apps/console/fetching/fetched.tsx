import { Skeleton } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { Failed } from './failed.tsx';
import type { Answered } from './use-answer.ts';

/** Props of {@link Fetched}. */
interface FetchedProps<Value> {
  readonly of: Answered<Value>;
  /** What is said when it did not come. */
  readonly failed: string;
  readonly children: (value: Value) => ComponentChildren;
}

/** Something that is fetched as a whole: loading, failed, or there. */
export function Fetched<Value>({ of: { value, failure, load }, failed, children }: FetchedProps<Value>) {
  if (value === null) {
    if (failure === null) return <Skeleton lines={8} />;
    return (
      <Failed title={failed} onAgain={() => void load()}>
        {failure}
      </Failed>
    );
  }
  return (
    <>
      {failure !== null && <p role="alert">{failure}</p>}
      {children(value)}
    </>
  );
}
