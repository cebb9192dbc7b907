import type { DictionaryFailure } from '#domain/contract/errors/common-errors.ts';

/** The files that were chosen are no dictionary that can be used. Nothing was kept of them. */
export class DictionaryFault extends Error {
  readonly why: DictionaryFailure;

  constructor(why: DictionaryFailure) {
    super(why);
    this.why = why;
  }
}
