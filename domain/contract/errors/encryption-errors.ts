/** Failures of encryption. */
export type EncryptionError =
  /** The archive can't be opened without its passphrase. */
  | { readonly code: 'archive-encrypted' }
  | { readonly code: 'wrong-passphrase' }
  /** The key of an encrypted archive is missing or damaged, and so is its copy. Nothing was changed. */
  | { readonly code: 'key-damaged'; readonly file: string }
  /** The passphrase opens the key that lies there, which opens no file of this archive. Nothing was changed. */
  | { readonly code: 'key-foreign'; readonly file: string }
  /**
   * The removal of the encryption was begun and has not ended: only a person says how it goes on. Nothing was changed.
   */
  | { readonly code: 'conversion-interrupted' }
  /**
   * These files lie in the clear in an encrypted archive, and nothing says that a conversion of it was begun. Nothing
   * was changed.
   */
  | { readonly code: 'conversion-unproven'; readonly files: readonly string[] }
  | { readonly code: 'passphrase-too-short'; readonly minCharacters: number }
  /** A new passphrase was wanted, and none was given, or it was typed otherwise the second time. */
  | { readonly code: 'no-new-passphrase' }
  /** The file that a passphrase was to be read from can't be read, or its first line is empty. */
  | { readonly code: 'no-passphrase-in-file'; readonly file: string }
  | { readonly code: 'already-encrypted' }
  | { readonly code: 'not-encrypted' }
  /** A file is a link, and would stay in the clear where it leads. Nothing was changed. */
  | { readonly code: 'link-in-archive'; readonly file: string };
