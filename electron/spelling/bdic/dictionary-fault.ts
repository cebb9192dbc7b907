import type { DictionaryFailure } from '#domain/contract/errors/common-errors.ts';

/** The chosen files are not a usable dictionary. Nothing was stored. */
export class DictionaryFault extends Error {
  readonly why: DictionaryFailure;

  constructor(why: DictionaryFailure) {
    super(why);
    this.why = why;
  }
}
