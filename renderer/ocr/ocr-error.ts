import type { OcrRefusal } from '#domain/contract/ocr-bridge.ts';

/** Why this page does not do what it was asked. */
export class OcrError extends Error {
  readonly refusal: OcrRefusal;

  constructor(refusal: OcrRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
