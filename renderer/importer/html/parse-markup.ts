import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { measureMarkup } from './measure-markup.ts';

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

/** What makes an element a property of the form or the document that it stands in. */
const NAMED =
  ':is(button, embed, fieldset, form, iframe, img, input, object, output, select, textarea):is([name], [id])';

/**
 * Takes the names of elements of `page` that would hide the DOM's own properties (a control named `parentNode`, a
 * picture named `body`): whoever walks the page would be led in circles.
 */
const releaseNames = (page: Document): void => {
  // The page's own methods may be hidden already: those of an empty one are called for it.
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
