import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import type { Connector } from './connector.ts';
import { folderConnector } from './folder-connector.ts';
import { httpConnector } from './http-connector.ts';

/** The connector that the settings name, by the scheme of its address; null where nothing is handed over. */
export function openConnector({
  connector,
  privateHosts,
}: Pick<Config, 'connector' | 'privateHosts'>): Connector | null {
  if (!connector) return null;
  const { url, token } = connector;
  return url.startsWith('file:')
    ? folderConnector(fileURLToPath(url))
    : httpConnector(url, token, privateHosts);
}
