/** A passphrase that stands alone against guessing (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSPHRASE_CHARACTERS = 15;

/** A passphrase as keyboards type it: elsewhere an accent may be a character of its own. */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFC');

/** Whether a new passphrase is long enough, its characters counted as a person counts them. */
export const isLongEnough = (typed: string): boolean =>
  [...normalisePassphrase(typed)].length >= MIN_PASSPHRASE_CHARACTERS;
