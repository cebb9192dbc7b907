/** Which elements the page's styles hide, and how sure that is. */
import type { ElementStyle, PageStyles } from './cascade.ts';
import type { StyleProperty } from './style-properties.ts';
import type { TextLengths } from './text-lengths.ts';

/** Farther than this from its place a text stands beside the page, CSS pixels or em. */
const FAR_AWAY = -900;

const FAR_PROPERTIES: readonly StyleProperty[] = ['left', 'right', 'top', 'text-indent', 'margin-left'];
const SIZES: readonly StyleProperty[] = ['height', 'width', 'max-height', 'max-width'];

export const isZero = (value: string): boolean =>
  /^[+-]?0*(?:\.0+)?(?:px|em|rem|%)?$/.test(value) && /0/.test(value);
const isTiny = (value: string): boolean => isZero(value) || value === '1px';

type Reader = (name: StyleProperty) => string;

const isOutOfFlow = (read: Reader): boolean => /^(?:absolute|fixed)$/.test(read('position'));

const isClippedAway = (read: Reader): boolean =>
  (isOutOfFlow(read) && /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(read('clip'))) ||
  /^(?:inset\((?:50|[6-9]\d|100)%|circle\(0)/.test(read('clip-path'));

const isFarAway = (read: Reader): boolean =>
  FAR_PROPERTIES.some((name) => {
    if (!(name === 'text-indent' || name === 'margin-left' || isOutOfFlow(read))) return false;
    return Number.parseFloat(read(name)) <= FAR_AWAY;
  });

/** Each way to hide an element with all that is in it, and the property that does it. */
const WAYS: readonly { readonly by: StyleProperty; readonly hides: (read: Reader) => boolean }[] = [
  { by: 'display', hides: (read) => read('display') === 'none' },
  { by: 'content-visibility', hides: (read) => read('content-visibility') === 'hidden' },
  { by: 'opacity', hides: (read) => isZero(read('opacity')) },
  { by: 'clip', hides: isClippedAway },
  { by: 'position', hides: isFarAway },
  {
    by: 'overflow',
    hides: (read) =>
      /hidden|clip/.test(read('overflow')) &&
      SIZES.some((name) => isZero(read(name)) || (isOutOfFlow(read) && isTiny(read(name)))),
  },
];

/** The block of declarations that hides an element. */
const hiddenBy = (style: ElementStyle): object | null => {
  const read: Reader = (name) => style.get(name)?.value ?? '';
  const way = WAYS.find(({ hides }) => hides(read));
  if (way === undefined) return null;
  return style.get(way.by)?.origin ?? style;
};

/** A rule that hides more than this share of a page's text is one that a script takes back when the page is read. */
export const MAX_SHARE = 0.9;

/** Those of `elements` that stand in none of the others. */
export const outermost = (elements: readonly Element[]): readonly Element[] => {
  const all = new Set(elements);
  const isInOther = (element: Element | null): boolean =>
    element !== null && (all.has(element) || isInOther(element.parentElement));
  return elements.filter((element) => !isInOther(element.parentElement));
};

/**
 * The elements that are hidden with all that is in them. What hides most of the page is not believed: pages hide
 * themselves until their scripts have run, and were read nevertheless.
 */
export const findHidden = ({ styles }: PageStyles, lengths: TextLengths): readonly Element[] => {
  const byRule = new Map<object, Element[]>();
  for (const [element, style] of styles) {
    const rule = hiddenBy(style);
    if (rule === null) continue;
    const found = byRule.get(rule);
    if (found === undefined) byRule.set(rule, [element]);
    else found.push(element);
  }
  return [...byRule.values()].flatMap((found) => {
    const outer = outermost(found);
    const length = outer.reduce((sum, element) => sum + lengths.of(element), 0);
    return length <= lengths.total * MAX_SHARE ? outer : [];
  });
};
