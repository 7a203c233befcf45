import './skeleton.css';

/** Props of {@link Skeleton}. */
export interface SkeletonProps {
  readonly lines?: number | undefined;
}

/** Lines where text will be. Decoration: tell a screen reader by `aria-busy` on what is being filled. */
export function Skeleton({ lines = 3 }: SkeletonProps) {
  return (
    <div class="ui-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
