import type { GuideContent } from '@lotsa/protocol';

let promoted: GuideContent | null = null;

/** An earlier answer that the next new guide begins with. */
export function promote(content: GuideContent): void {
  promoted = content;
}

/** It, once. */
export function takePromoted(): GuideContent | null {
  const taken = promoted;
  promoted = null;
  return taken;
}
