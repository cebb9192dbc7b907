import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { measureMarkup } from './measure-markup.ts';

/** More than any readable page has, and no more than can be read within ten seconds and a gigabyte. */
export const MAX_ELEMENTS = 150_000;
/** The possible depth of a page that never closes a tag; a browser itself shows no more than 512. */
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

/** Attributes that make an element a property of its form or document. */
const NAMED =
  ':is(button, embed, fieldset, form, iframe, img, input, object, output, select, textarea):is([name], [id])';

/**
 * Removes names of elements of `page` that would shadow the DOM's own properties (a control named `parentNode`, a
 * picture named `body`) and mislead any walk over the page.
 */
const releaseNames = (page: Document): void => {
  // The page's own methods may be shadowed already: those of an empty document are called on it.
  const blank = new DOMParser().parseFromString('', 'text/html');
  const form = blank.createElement('form');
  for (const element of blank.querySelectorAll.call(page, NAMED)) {
    for (const attribute of ['name', 'id']) {
      const name = form.getAttribute.call(element, attribute) ?? '';
      if (name in form || name in blank) form.removeAttribute.call(element, attribute);
    }
  }
};

/**
 * `html` as a document without a window: nothing in it runs or is fetched. Throws a MarkupError if its markup exceeds
 * the limits.
 */
export const parseMarkup = (html: string): Document => {
  const { elements, depth } = measureMarkup(html);
  if (depth > MAX_DEPTH) throw new MarkupError('nested-too-deep');
  if (elements > MAX_ELEMENTS) throw new MarkupError('too-many-elements');
  const page = new DOMParser().parseFromString(html, 'text/html');
  releaseNames(page);
  return page;
};
