/**
 * What the page's own styles say of its elements: the style sheets that stand in it and its style attributes,
 * cascaded by importance, specificity and order. Cascade layers count in their order alone, container queries and
 * nested rules not at all; what a page gets from elsewhere, and what its scripts would do, is not known here.
 */
import { type ElementIndex, indexElements } from './element-index.ts';
import { parseStyleSheet, readStyleSheets } from './read-style-sheets.ts';
import { isAtRest, keyOf, specificityOf, splitSelectors } from './selector-parts.ts';
import { type Declarations, declarationsOf, type StyleProperty } from './style-properties.ts';

/** A value that has won, with its weight and the block of declarations it stands in. */
type Winner = { readonly value: string; readonly weight: number; readonly origin: Declarations };
export type ElementStyle = ReadonlyMap<StyleProperty, Winner>;
export type PageStyles = {
  readonly elements: readonly Element[];
  readonly styles: ReadonlyMap<Element, ElementStyle>;
};

/** So many times an element is asked whether a rule is meant for it; then the other rules are left unread. */
const MAX_MATCHES = 20_000_000;
const IMPORTANT = 1e15;
const SPECIFICITY = 1e6;
const OF_ATTRIBUTE = 1e7 * SPECIFICITY;

const matches = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    // Known to the parser of style sheets and not here: it is meant for no element.
    return false;
  }
};

/** The declarations of a style attribute; many elements have the same. */
const createAttributeReader = () => {
  const known = new Map<string, Declarations>();
  return (text: string): Declarations => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const [rule] = parseStyleSheet(`x{${text}}`);
    const read = rule instanceof CSSStyleRule ? declarationsOf(rule.style) : new Map();
    known.set(text, read);
    return read;
  };
};

type Styles = Map<Element, Map<StyleProperty, Winner>>;

const applyTo = (styles: Styles, element: Element, origin: Declarations, weight: number): void => {
  const style = styles.get(element) ?? new Map<StyleProperty, Winner>();
  styles.set(element, style);
  for (const [name, { value, isImportant }] of origin) {
    const own = weight + (isImportant ? IMPORTANT : 0);
    if (own >= (style.get(name)?.weight ?? -1)) style.set(name, { value, weight: own, origin });
  }
};

/** A selector with all that is to be known of it before elements are asked. */
type Asked = { readonly selector: string; readonly declarations: Declarations; readonly weight: number };

const selectorsOf = (page: Document): readonly Asked[] =>
  readStyleSheets(page).flatMap(({ selector: list, declarations }, order) =>
    splitSelectors(list)
      .filter(isAtRest)
      .map((selector) => ({ selector, declarations, weight: specificityOf(selector) * SPECIFICITY + order })),
  );

const applySheets = (styles: Styles, page: Document, index: ElementIndex): void => {
  let asked = 0;
  for (const { selector, declarations, weight } of selectorsOf(page)) {
    const candidates = index.elementsFor(keyOf(selector));
    asked += candidates.length;
    if (asked > MAX_MATCHES) return;
    for (const element of candidates) {
      if (matches(element, selector)) applyTo(styles, element, declarations, weight);
    }
  }
};

const applyAttributes = (styles: Styles, { all }: ElementIndex): void => {
  const readAttribute = createAttributeReader();
  for (const element of all) {
    const text = element.getAttribute('style');
    if (text !== null) applyTo(styles, element, readAttribute(text), OF_ATTRIBUTE);
  }
};

/** What the styles of `page` say of each of its elements of which they say anything. */
export const cascadeStyles = (page: Document): PageStyles => {
  const index = indexElements(page.documentElement);
  const styles: Styles = new Map();
  applySheets(styles, page, index);
  applyAttributes(styles, index);
  return { elements: index.all, styles };
};
