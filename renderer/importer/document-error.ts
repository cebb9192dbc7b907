import type { ParseAnswer } from '#domain/contract/importer-bridge.ts';

export type DocumentFailure = Extract<ParseAnswer, { readonly ok: false }>['error'];

/** A document that can't be read, with the error code of the reason. */
export class DocumentError extends Error {
  readonly failure: DocumentFailure;

  constructor(failure: DocumentFailure) {
    super(failure);
    this.failure = failure;
  }
}
