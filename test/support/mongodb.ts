/**
 * The MongoDB that tests may fill and empty; undefined where there is none.
 * `MONGODB_TEST_URL` goes first, so that a developer's own `MONGODB_URL` can point at something worth keeping.
 */
export const mongodbUrl: string | undefined = process.env['MONGODB_TEST_URL'] ?? process.env['MONGODB_URL'];
