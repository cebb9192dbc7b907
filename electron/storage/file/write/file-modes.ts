/** The permissions of newly created files and folders, before the user's umask is applied. */
export type FileModes = { readonly file: number; readonly folder: number };

/** Only the owner. */
export const privateModes: FileModes = { file: 0o600, folder: 0o700 };

/** Everybody that the umask allows, as in most programs. */
export const sharedModes: FileModes = { file: 0o666, folder: 0o777 };
