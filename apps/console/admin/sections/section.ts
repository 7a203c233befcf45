import type { StaffState } from '@lotsa/client';
import type { Me } from '@lotsa/protocol';
import type { IconPath } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import type { Texts } from '../../locales/index.ts';

/** What a section is given. */
export interface SectionProps {
  /** What of the section is open: the part of the address after it; null for its beginning. */
  readonly item: string | null;
}

/** The part of the address of something that is not stored yet; no id begins so. */
export const NEW = '_new';

/** What can be administered. */
export interface AdminSection {
  /** Its part of the address: `/console/admin/<id>`. */
  readonly id: string;
  readonly icon: IconPath;
  readonly name: (t: Texts) => string;
  /** What it is for, in one sentence. */
  readonly about: (t: Texts) => string;
  /** How many things in it ask to be looked at, in words; none when left out. */
  readonly due?: (state: StaffState, now: number, t: Texts) => { readonly n: number; readonly label: string };
  /** Who may see it. The relay decides again with each request. */
  readonly may: (me: Me) => boolean;
  /** Its screen, fetched when it is first shown. */
  readonly load: () => Promise<FunctionComponent<SectionProps>>;
}
