export { openEncrypted } from './open.ts';
