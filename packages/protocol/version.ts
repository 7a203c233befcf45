/**
 * The version of everything in this package. A client sends it in the handshake (`auth.protocol`) and the relay refuses
 * any other with `protocol_mismatch`, upon which the client reloads itself. Raised on every change that an older
 * client would misread; a new optional field is not such a change.
 */
export const PROTOCOL_VERSION = 1;
