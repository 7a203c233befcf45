/** The types that the relay takes (protocol's `FileType`, which would bring the schema library). */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'];

/** Key of the device's store: what the visitor wants to be told of an answer by, `sound` and `desktop`. */
export const NOTICES = 'notices';
