const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** `2026-11-22 14:03`, Swedish time: as it stands in a register. */
export const when = (at: number): string => LOCAL.format(at);
