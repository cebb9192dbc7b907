/** What makes an element a property of the form or the document that it stands in. */
const NAMED =
  ':is(button, embed, fieldset, form, iframe, img, input, object, output, select, textarea):is([name], [id])';

/**
 * Takes the names of elements of `page` that would hide the DOM's own properties (a control named `parentNode`, a
 * picture named `body`): whoever walks the page would be led in circles.
 */
export const releaseNames = (page: Document): void => {
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
