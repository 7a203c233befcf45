/** Where a visitor follows a case, on this relay. */
export const caseUrl = (number: string, key: string): string => `/case/${number}?key=${key}`;
