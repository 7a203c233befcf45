/** The same handler, except that it never throws into the page we are guests of (rule G2). */
export const guarded =
  <Event>(run: (event: Event) => void) =>
  (event: Event): void => {
    try {
      run(event);
    } catch {
      // The page must not notice: without us it is what it was before.
    }
  };
