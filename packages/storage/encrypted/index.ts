export { type Encrypted, KeyError, openEncrypted } from './open.ts';
export type { EncryptionKey } from './sealer.ts';
