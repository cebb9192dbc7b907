import type { NewId } from '#domain/ids.ts';
import type { NowMs } from '#domain/time.ts';

/** Clock and randomness, handed in so that every use case can be tested with its own. */
export type Machine = {
  readonly nowMs: NowMs;
  readonly newId: NewId;
  /**
   * The binary logarithm of scrypt's N in the keys that are made. Only tests give it, so that no time goes into
   * guesses: without it a key costs what it should.
   */
  readonly passphraseWork?: number;
};
