/** The minimum length of a passphrase that is the only protection against guessing (NIST SP 800-63B-4, 3.1.1.2). */
export const MIN_PASSPHRASE_CHARACTERS = 15;

/** A passphrase in the form that most keyboards produce: on some an accent is a separate character. */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFC');

/** Whether a new passphrase is long enough, its characters counted as a person counts them. */
export const isLongEnough = (typed: string): boolean =>
  [...normalisePassphrase(typed)].length >= MIN_PASSPHRASE_CHARACTERS;
