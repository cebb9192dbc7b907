import type { ParseAnswer } from '#domain/contract/importer-bridge.ts';

export type DocumentFailure = Extract<ParseAnswer, { readonly ok: false }>['error'];

/** A document that is not read, and why, by the code of the failure. */
export class DocumentError extends Error {
  readonly failure: DocumentFailure;

  constructor(failure: DocumentFailure) {
    super(failure);
    this.failure = failure;
  }
}
