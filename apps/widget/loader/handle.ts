/** What the panel says, by protocol's type of this name: the loader imports nothing, not even types. */
export type FromPanel =
  | { lotsa: 'ready' | 'close' }
  | { lotsa: 'identified'; reason: string | null }
  | { lotsa: 'unread'; count: number; label: string };

/**
 * The launcher's element, as the loader leaves it to the part that is fetched when it is used. Pages pin loaders
 * (Subresource Integrity), so a newer part works with these fields of an older loader.
 */
export interface LauncherElement extends HTMLElement {
  /** The attributes of the script tag; what they say counts from the next opening. */
  data: DOMStringMap;
  /** Shows how things are, after `data` has changed. */
  show: () => void;
}

/** The page's commands: a function that only keeps them. */
export type Commands = ((...command: unknown[]) => void) & { q?: ArrayLike<unknown>[] };

/** What `/widget-more.js` is called with: at its loading, after each command, and with what the panel said. Never rejects. */
export type Attach = (host: LauncherElement, heard?: FromPanel) => Promise<void>;
