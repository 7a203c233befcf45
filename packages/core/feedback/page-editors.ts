import type { FeedbackChoices } from '@lotsa/protocol';

/** The page of an address, without query, fragment and last slash: so two addresses of one page are the same. */
export function pageOf(address: string): string {
  let [page = ''] = address.trim().split(/[?#]/, 1);
  while (page.length > 1 && page.endsWith('/')) page = page.slice(0, -1);
  return page;
}

/** A page as a path: `/bygga/bygglov`. */
const pathOf = (page: string): string => page.replace(/^https?:\/\/[^/]*/, '') || '/';

/** A prefix fits whole parts of a path: `/bygga` fits `/bygga/bygglov`, and not `/byggare`. */
function fits(page: string, prefix: string): boolean {
  const given = pageOf(prefix).toLowerCase();
  const whole = (given.startsWith('/') ? pathOf(page) : page).toLowerCase();
  return given === '/' || whole === given || whole.startsWith(`${given}/`);
}

/** The users that edit a page, by the longest prefix that fits; null: it is all editors'. */
export function editorsOf(
  page: string,
  { pageEditors }: Pick<FeedbackChoices, 'pageEditors'>,
): string[] | null {
  if (page === '') return null;
  const [longest] = pageEditors
    .filter(({ prefix }) => fits(page, prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return longest?.userIds ?? null;
}
