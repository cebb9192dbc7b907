/**
 * How the files of an archive lie on the disk. `turning-on` and `turning-off`: a conversion has begun and not ended; some
 * files are encrypted and others are not, and it is finished before anything else is done. `archive.json` itself is never
 * encrypted: it says this.
 */
export const encryptionStates = ['off', 'turning-on', 'on', 'turning-off'] as const;
export type EncryptionState = (typeof encryptionStates)[number];
