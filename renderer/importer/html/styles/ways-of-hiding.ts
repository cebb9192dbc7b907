/** Each way in which a style hides an element with its content, or only the texts directly in it. */
import { FAINTEST, isClear } from './colors.ts';
import type { InertFrame, States } from './page-sheets.ts';
import { isOutOfFlow } from './written-styles.ts';

/** Content farther to the right is never seen. */
const FAR_RIGHT_PX = 5000;
/** At this size or smaller it can't be read. */
const TINY_PX = 1;

export type WayName = 'display' | 'opacity' | 'clip' | 'size' | 'visibility' | 'place' | 'color';

/** Styles that a script would set to undo each. */
export const UNDONE: Readonly<Record<WayName, readonly (readonly [string, string])[]>> = {
  display: [
    ['display', 'revert'],
    ['content-visibility', 'visible'],
  ],
  opacity: [
    ['opacity', '1'],
    ['filter', 'none'],
  ],
  clip: [
    ['clip', 'auto'],
    ['clip-path', 'none'],
    ['mask', 'none'],
  ],
  size: [
    ['overflow', 'visible'],
    ['font-size', 'medium'],
    ['scale', 'none'],
    ['transform', 'none'],
  ],
  visibility: [['visibility', 'visible']],
  place: [
    ['position', 'static'],
    ['margin', '0'],
    ['text-indent', '0'],
    ['translate', 'none'],
    ['transform', 'none'],
  ],
  color: [
    ['color', 'black'],
    ['-webkit-text-fill-color', 'black'],
    ['background-color', 'white'],
  ],
};

/** An element as rendered, and how much of it shows through all its ancestors, 0 to 1. */
export type Look = {
  readonly element: HTMLElement;
  readonly style: CSSStyleDeclaration;
  readonly opacity: number;
};

/** Boxes that clip their content; the viewport does not count. */
const CUTTING =
  /^(?:inline-)?(?:block|flex|grid|table)$|^(?:flow-root|list-item|table-cell|table-caption|-webkit-(?:inline-)?box)$/;

const hasNoRoom = ({ element, style }: Look): boolean =>
  (style.overflowX !== 'visible' && (element.clientWidth <= TINY_PX || style.textIndent === '100%')) ||
  (style.overflowY !== 'visible' && element.clientHeight <= TINY_PX);

const isCutOff = (look: Look): boolean =>
  look.element.firstChild !== null &&
  hasNoRoom(look) &&
  CUTTING.test(look.style.display) &&
  !look.element.matches(':root, body');

const COLORS = /\b(?:rgba?|color|(?:ok)?l(?:ab|ch))\([^()]*\)/g;

/** Whether a mask is fully opaque to content; a mask with a picture is unknown. */
const isMaskedAway = (mask: string): boolean => {
  const colors = mask.includes('url(') ? [] : (mask.match(COLORS) ?? []);
  return colors.length > 0 && colors.every(isClear);
};

/** Whether a box is clipped to nothing, by the computed values of `clip` and `clip-path`. */

const inPixels = (length: string, sidePx: number): number =>
  Number.parseFloat(length) * (length.endsWith('%') ? sidePx / 100 : 1);

type Size = { readonly width: number; readonly height: number };

const isInsetAway = (value: string, { width, height }: Size): boolean => {
  const [, sides] = /^inset\(([^()]*?)(?: round .*)?\)$/.exec(value) ?? [];
  if (sides === undefined) return false;
  const [top = '0', right = top, bottom = top, left = right] = sides.split(' ');
  return (
    inPixels(top, height) + inPixels(bottom, height) >= height - 1 ||
    inPixels(left, width) + inPixels(right, width) >= width - 1
  );
};

const isFlatPolygon = (value: string, { width, height }: Size): boolean => {
  const [, list] = /^polygon\((?:(?:evenodd|nonzero), )?([^()]*)\)$/.exec(value) ?? [];
  if (list === undefined) return false;
  const points = list.split(', ').map((point) => point.split(' '));
  const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
  return (
    spread(points.map(([x = '']) => inPixels(x, width))) <= 1 ||
    spread(points.map(([, y = '']) => inPixels(y, height))) <= 1
  );
};

/** By `clip-path`. */
export const isShapedAway = (value: string, size: Size): boolean =>
  /^(?:circle|ellipse)\((?:0(?:px|%)?|\S+ 0(?:px|%)?)[ )]/.test(value) ||
  isInsetAway(value, size) ||
  isFlatPolygon(value, size);

/** By `clip`, which applies to out-of-flow elements. */
export const isCutAway = (value: string): boolean => {
  const [, list] = /^rect\(([^()]*)\)$/.exec(value) ?? [];
  if (list === undefined) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = list.split(', ').map(Number.parseFloat);
  return right - left <= 1 || bottom - top <= 1;
};

const isClipped = ({ style }: Look): boolean =>
  (isOutOfFlow(style) && isCutAway(style.clip)) || isMaskedAway(style.maskImage);

const isShaped = ({ element, style }: Look): boolean =>
  style.clipPath !== 'none' &&
  isShapedAway(style.clipPath, { width: element.offsetWidth, height: element.offsetHeight });

const isFiltered = ({ style }: Look): boolean =>
  Number(/\bopacity\(([\d.]+)\)/.exec(style.filter)?.[1] ?? 1) <= FAINTEST;

type Way = {
  readonly name: WayName;
  /** Unless one of these is set, nothing is hidden in this way. */
  readonly by: readonly string[];
  readonly hides: (look: Look) => boolean;
  /** Whether it depends on layout boxes. */
  readonly asksLayout?: true;
};

const WAYS: readonly Way[] = [
  { name: 'display', by: ['content-visibility'], hides: ({ style }) => style.contentVisibility === 'hidden' },
  { name: 'opacity', by: ['opacity'], hides: ({ opacity }) => opacity <= FAINTEST },
  { name: 'opacity', by: ['filter'], hides: isFiltered },
  { name: 'clip', by: ['clip', 'mask-image', '-webkit-mask-image'], hides: isClipped },
  { name: 'clip', by: ['clip-path'], hides: isShaped, asksLayout: true },
  { name: 'size', by: ['overflow-x', 'overflow-y'], hides: isCutOff, asksLayout: true },
];

/** The way in which an element is hidden with its whole content, if it is. */
export const createWayFinder = ({ isLaidOut }: InertFrame, states: States) => {
  const stated = WAYS.filter(({ by, asksLayout }) => states(by) && (isLaidOut || !asksLayout));
  return (look: Look): WayName | null => {
    if (look.style.display === 'none') return 'display';
    return stated.find(({ hides }) => hides(look))?.name ?? null;
  };
};

/** Whether a layout box is too small to be seen. */
export const isTiny = ({ width, height }: DOMRect): boolean => width <= TINY_PX || height <= TINY_PX;

/** Whether a box is where nobody can scroll to. A right-to-left page extends to the left. */
export const isFarAway = ({ left, right, bottom }: DOMRect, goesLeft: boolean): boolean =>
  bottom <= 0 || (goesLeft ? right <= -FAR_RIGHT_PX : right <= 0 || left >= FAR_RIGHT_PX);
