import type { Announcement, Announcer } from './announcer.ts';

/** Props of {@link LiveRegion}. */
export interface LiveRegionProps {
  readonly announcer: Announcer;
}

/** Where an announcer speaks. Render it once, from the start: a region that comes with its text is not heard. */
export function LiveRegion({ announcer }: LiveRegionProps) {
  const said = announcer.said.value;
  return (
    <div class="visually-hidden">
      <Region urgency="polite" said={said} />
      <Region urgency="assertive" said={said} />
    </div>
  );
}

function Region({
  urgency,
  said,
}: Pick<Announcement, 'urgency'> & { readonly said: readonly Announcement[] }) {
  return (
    <div aria-live={urgency} aria-relevant="additions">
      {said
        .filter((one) => one.urgency === urgency)
        .map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
    </div>
  );
}
