/** The section's part of the address. */
export const SUBJECTS = 'data-subjects';
