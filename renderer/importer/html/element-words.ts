/** The words in the class names and the id of an element: `relatedStories-box` has three. */
export const wordsInNames = (element: Element): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.id}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** The text of `element` on one line. */
export const lineOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
