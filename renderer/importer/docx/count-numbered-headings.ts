/** Headings whose numbers Word counts by itself: they are printed and stand nowhere as text, so that they have to be told. */
import { elementsNamed } from '../package/parse-xml.ts';

const valueIn = (root: Element | Document, name: string): string | null =>
  elementsNamed(root, name)[0]?.getAttribute('w:val') ?? null;

/** The list by which `element` is counted; null where it says nothing of one, '0' where it is taken out of one. */
const listOf = (element: Element): string | null =>
  elementsNamed(element, 'w:numPr').length === 0 ? null : (valueIn(element, 'w:numId') ?? '1');

type HeadingStyles = ReadonlyMap<string, { readonly isCounted: boolean }>;

const isHeading = (style: Element): boolean =>
  style.getAttribute('w:type') === 'paragraph' &&
  (/^heading \d/i.test(valueIn(style, 'w:name') ?? '') || valueIn(style, 'w:outlineLvl') !== null);

/** The styles of headings, and whether their headings are counted. */
const headingStyles = (styles: Document): HeadingStyles =>
  new Map(
    elementsNamed(styles, 'w:style')
      .filter(isHeading)
      .map((style) => {
        const list = listOf(style);
        return [style.getAttribute('w:styleId') ?? '', { isCounted: list !== null && list !== '0' }];
      }),
  );

/** How many headings of the part `words` bear a number that is not in their text; `styles` is the part of that name. */
export const countNumberedHeadings = (words: Document, styles: Document | null): number => {
  if (styles === null) return 0;
  const headings = headingStyles(styles);
  return elementsNamed(words, 'w:p').filter((paragraph) => {
    const style = headings.get(valueIn(paragraph, 'w:pStyle') ?? '');
    if (style === undefined || (paragraph.textContent ?? '').trim() === '') return false;
    const own = listOf(paragraph);
    return own === null ? style.isCounted : own !== '0';
  }).length;
};
