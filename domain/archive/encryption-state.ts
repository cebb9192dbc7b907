/**
 * How the files of an archive lie on the disk. `turning-on` and `turning-off`: a conversion has begun and not ended;
 * some files are encrypted and others are not, and it is finished before anything else is done. `archive.json` itself
 * is never encrypted: it says this, and anyone could have written it. What is believed stands in `conversion.age`.
 */
export const encryptionStates = ['off', 'turning-on', 'on', 'turning-off'] as const;
export type EncryptionState = (typeof encryptionStates)[number];

/** What a person is to hear of the encryption of an archive once it is open. */
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
   * `archive.json` did not say that all is encrypted, which it is: somebody, or an older version of it, has claimed
   * otherwise.
   */
  | { readonly kind: 'claim-refused'; readonly claimed: EncryptionState };
