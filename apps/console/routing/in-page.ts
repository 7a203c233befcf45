/** For a link to another screen: a click goes there in this page, with a modifier key it opens as any link does. */
export const inPage =
  (go: () => void) =>
  (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go();
  };
