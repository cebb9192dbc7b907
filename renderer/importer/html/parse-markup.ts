import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { measureMarkup } from './measure-markup.ts';
import { releaseNames } from './release-names.ts';

/** More than pages have that are read, and no more than are read within ten seconds and a gigabyte. */
export const MAX_ELEMENTS = 150_000;
/** What a page may have that never closes a tag; a browser itself shows no more than 512. */
export const MAX_DEPTH = 5000;

export type MarkupFailure = Extract<ImportFailure, 'nested-too-deep' | 'too-many-elements'>;

/** A page that is not parsed, because that would take too long. */
export class MarkupError extends Error {
  readonly failure: MarkupFailure;

  constructor(failure: MarkupFailure) {
    super(failure);
    this.failure = failure;
  }
}

/**
 * `html` as a document that has no window: nothing in it runs and nothing is fetched. Throws a MarkupError where its
 * markup is more than is read.
 */
export const parseMarkup = (html: string): Document => {
  const { elements, depth } = measureMarkup(html);
  if (depth > MAX_DEPTH) throw new MarkupError('nested-too-deep');
  if (elements > MAX_ELEMENTS) throw new MarkupError('too-many-elements');
  const page = new DOMParser().parseFromString(html, 'text/html');
  releaseNames(page);
  return page;
};
