/** The same function, except that it never throws into the page we are guests of (rule G2). */
export function guarded<Arguments extends unknown[]>(run: (...given: Arguments) => void) {
  return (...given: Arguments): void => {
    try {
      run(...given);
    } catch {
      // The page must not notice: without us it is what it was before.
    }
  };
}
