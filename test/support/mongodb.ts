import { MongoClient } from 'mongodb';

/**
 * The MongoDB that tests may fill and empty; undefined where there is none.
 * `MONGODB_TEST_URL` goes first, so that a developer's own `MONGODB_URL` can point at something worth keeping.
 */
export const mongodbUrl: string | undefined = process.env['MONGODB_TEST_URL'] ?? process.env['MONGODB_URL'];

/** Removes a test's database, which is nobody else's. */
export async function dropDatabase(name: string, url: string = mongodbUrl ?? ''): Promise<void> {
  const client = await MongoClient.connect(url);
  await client.db(name).dropDatabase();
  await client.close();
}
