import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180) that spreadsheets open as they are: with a byte-order mark, so that å ä ö stay, and with what would be a
 * formula made text (OWASP, CSV injection).
 */
export const csvRows = (rows: readonly (readonly unknown[])[]): string =>
  stringify([...rows] as unknown[][], { escape_formulas: true, record_delimiter: 'windows' });

/** Stands before the first row. */
export const BYTE_ORDER_MARK = '\uFEFF';
