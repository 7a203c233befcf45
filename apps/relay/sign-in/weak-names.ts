import type { UserDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';

/** Names that no password may be made of: the user's own, the sites', and where they are. */
export async function weakNames(
  { directory, context }: Pick<Relay, 'directory' | 'context'>,
  user: Pick<UserDoc, 'id' | 'name' | 'email'>,
): Promise<string[]> {
  const sites = [...(await directory()).sites.values()].flatMap(({ id, name }) => [
    id,
    ...Object.values(name),
  ]);
  return [
    user.id,
    user.name,
    user.email,
    new URL(context.config.publicUrl).hostname,
    'lotsa',
    ...sites,
  ].filter((name) => typeof name === 'string');
}
