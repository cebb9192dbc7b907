/** Finds what is invisible in a rendered page, and which element hides it. */
import { childNodesOf } from '../../body/children-of.ts';
import { UNSEEN_ELEMENTS } from '../../body/element-style.ts';
import { createColorReader } from './colors.ts';
import { LETTER } from './draw-page.ts';
import type { InertFrame, States } from './page-sheets.ts';
import { createWayFinder, isFarAway, isTiny, type Look, type WayName } from './ways-of-hiding.ts';

/** An invisible element or text, how it is hidden, and the element that hides it. */
export type Hit = { readonly node: HTMLElement | Text; readonly way: WayName; readonly hider: HTMLElement };

const ELEMENT_NODE = 1;

/** The outermost of `element` and its ancestors such that the condition `holds` for all up to it. */
const farthest = (element: HTMLElement, holds: (element: HTMLElement) => boolean): HTMLElement => {
  const { parentElement } = element;
  return parentElement !== null && holds(parentElement) ? farthest(parentElement, holds) : element;
};

type TextWay = { readonly name: WayName; readonly hider: HTMLElement };

/** Without any of these properties every text is in its place and has a size. */
const PLACING = (
  'position translate transform scale rotate zoom margin-left margin-top margin-right margin-inline-start text-indent ' +
  'offset-path font-size letter-spacing line-height width height max-width max-height'
).split(' ');

/** Finds how the texts directly in an element are hidden. */
const createTextReader = ({ document, window, isLaidOut }: InertFrame, states: States) => {
  const styleOf = (element: Element, pseudo?: string) => window.getComputedStyle(element, pseudo);
  const { direction, writingMode } = styleOf(document.body);
  const goesLeft = direction === 'rtl' || writingMode === 'vertical-rl';
  const isColoredAway = createColorReader(styleOf);
  const hasColors = states(['color', '-webkit-text-fill-color', 'background-color']);
  const isPlaced = isLaidOut && states(PLACING);
  const range = document.createRange();
  const isInvisible = (element: HTMLElement) => styleOf(element).visibility !== 'visible';
  const isAway = (element: HTMLElement) => isFarAway(element.getBoundingClientRect(), goesLeft);
  const isShrunk = (element: HTMLElement) => isTiny(element.getBoundingClientRect());

  const wayOfBox = (text: Text, element: HTMLElement): TextWay | null => {
    range.selectNode(text);
    const box = range.getBoundingClientRect();
    if (isTiny(box)) return { name: 'size', hider: farthest(element, isShrunk) };
    return isFarAway(box, goesLeft) ? { name: 'place', hider: farthest(element, isAway) } : null;
  };
  const wayOfAll = (element: HTMLElement, style: CSSStyleDeclaration): TextWay | null => {
    if (style.visibility !== 'visible') {
      return { name: 'visibility', hider: farthest(element, isInvisible) };
    }
    if (!hasColors || !isColoredAway(element, style)) return null;
    const { color } = style;
    return { name: 'color', hider: farthest(element, (each) => styleOf(each).color === color) };
  };

  return (texts: readonly Text[], element: HTMLElement, style: CSSStyleDeclaration): readonly Hit[] => {
    const all = texts.length === 0 ? null : wayOfAll(element, style);
    return texts.flatMap((text) => {
      const way = all ?? (isPlaced ? wayOfBox(text, element) : null);
      return way === null ? [] : [{ node: text, way: way.name, hider: way.hider }];
    });
  };
};

/** Everything hidden in `frame`. Descendants of a hidden element are not listed. */
export const findHidden = (frame: InertFrame, states: States): readonly Hit[] => {
  const hits: Hit[] = [];
  const wayOf = createWayFinder(frame, states);
  const hitsOf = createTextReader(frame, states);

  const readChildren = ({ element, style, opacity }: Look): void => {
    const texts: Text[] = [];
    for (const child of childNodesOf(element)) {
      if (child.nodeType === ELEMENT_NODE) readElement(child as HTMLElement, opacity);
      else if (child.nodeValue === LETTER) texts.push(child as Text);
    }
    hits.push(...hitsOf(texts, element, style));
  };

  const readElement = (element: HTMLElement, around: number): void => {
    if (UNSEEN_ELEMENTS.has(element.localName)) return;
    const style = frame.window.getComputedStyle(element);
    const look = { element, style, opacity: around * Number(style.opacity) };
    const isImageUnseen = element.localName === 'img' && style.visibility !== 'visible';
    const way = isImageUnseen ? 'visibility' : wayOf(look);
    if (way !== null) hits.push({ node: element, way, hider: element });
    else readChildren(look);
  };

  readElement(frame.document.documentElement, 1);
  return hits;
};
