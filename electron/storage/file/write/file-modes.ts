/** Who may read and write what is newly made, before the system takes away what the user's umask says. */
export type FileModes = { readonly file: number; readonly folder: number };

/** The owner alone. */
export const privateModes: FileModes = { file: 0o600, folder: 0o700 };

/** Whoever the umask lets, as with the files of most programs. */
export const sharedModes: FileModes = { file: 0o666, folder: 0o777 };
