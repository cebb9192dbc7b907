import type { NewId } from '#domain/ids.ts';
import type { NowMs } from '#domain/time.ts';

/** Clock and randomness, passed in so that tests of handlers can provide their own. */
export type Machine = {
  readonly nowMs: NowMs;
  readonly newId: NewId;
  /**
   * The binary logarithm of scrypt's N in new keys. Only set in tests, to make keys cheap: otherwise they have their
   * full cost.
   */
  readonly passphraseWork?: number;
};
