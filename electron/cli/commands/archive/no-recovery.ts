/** Said of --accept-no-recovery where it is missing. */
export const saysNoRecovery =
  'is needed: it confirms that nobody can open the archive without the passphrase';
