/** A passphrase that stands alone against guessing (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSPHRASE_CHARACTERS = 15;
