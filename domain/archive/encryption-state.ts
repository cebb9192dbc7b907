/**
 * How the files of an archive are stored. `turning-on` and `turning-off`: a conversion has begun and not ended;
 * some files are encrypted and others are not, and it is finished before anything else is done. `archive.json`
 * itself is never encrypted: it contains this state, and anyone could have written it. The trusted state is in
 * `conversion.age`.
 */
export const encryptionStates = ['off', 'turning-on', 'on', 'turning-off'] as const;
export type EncryptionState = (typeof encryptionStates)[number];

/** The notice about the encryption of an archive once it is open. */
export type EncryptionNotice =
  /**
   * A conversion that was interrupted has ended now. `left`: unencrypted files that the key does not confirm.
   */
  | {
      readonly kind: 'conversion-ended';
      readonly to: 'encrypted' | 'clear';
      readonly files: number;
      readonly left: readonly string[];
    }
  /**
   * `archive.json` did not state that everything is encrypted, although it is: somebody, or an older version of
   * the file, has claimed otherwise.
   */
  | { readonly kind: 'claim-refused'; readonly claimed: EncryptionState };
