/** Which elements the page's styles hide, and how sure that is. */
import type { ElementStyle, PageStyles } from './cascade.ts';
import { lengthInPixels } from './length-in-pixels.ts';
import type { StyleProperty } from './style-properties.ts';
import type { TextLengths } from './text-lengths.ts';

/** Farther than this from its place, to the left or the top, a text stands beside the page. */
const FAR_AWAY_PX = -900;
/** Farther than this to the right nobody looks for it. */
const FAR_RIGHT_PX = 5000;
/** What is less opaque can't be read. */
const FAINTEST = 0.05;

const FAR_PROPERTIES: readonly StyleProperty[] = ['left', 'right', 'top', 'text-indent', 'margin-left'];
const SIZES: readonly StyleProperty[] = ['height', 'width', 'max-height', 'max-width'];

export const isZero = (value: string): boolean =>
  /^[+-]?0*(?:\.0+)?(?:px|em|rem|%)?$/.test(value) && /0/.test(value);
const isTiny = (value: string): boolean => isZero(value) || value === '1px';

type Reader = (name: StyleProperty) => string;

const isOutOfFlow = (read: Reader): boolean => /^(?:absolute|fixed)$/.test(read('position'));

const CLIPPED_AWAY =
  /^(?:inset\((?:50|[6-9]\d|100)%|inset\((?:\S+ )*(?:100)%|(?:circle|ellipse)\(0|polygon\((?:[\s,]*0(?:px|%)?)+\))/;

const isClippedAway = (read: Reader): boolean =>
  (isOutOfFlow(read) && /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(read('clip'))) ||
  CLIPPED_AWAY.test(read('clip-path'));

const mayMove = (read: Reader, name: StyleProperty): boolean =>
  name === 'text-indent' ||
  name === 'margin-left' ||
  isOutOfFlow(read) ||
  (read('position') === 'relative' && name === 'left');

const isFarAway = (read: Reader): boolean =>
  FAR_PROPERTIES.some((name) => mayMove(read, name) && lengthInPixels(read(name)) <= FAR_AWAY_PX) ||
  (isOutOfFlow(read) && lengthInPixels(read('left')) >= FAR_RIGHT_PX);

/** Moved or shrunk away after it was laid out. */
const isTransformedAway = (read: Reader): boolean => {
  if (/^0(?:\s|$)/.test(read('scale')) || /\bscale[xy]?\(0(?:\)|,)/.test(read('transform'))) return true;
  const moves = read('transform').matchAll(/\btranslate(?:x|y|3d)?\(([^)]*)\)/g);
  const lengths = [read('translate'), ...[...moves].map(([, move = '']) => move)].flatMap((each) =>
    each.split(/[\s,]+/),
  );
  return lengths.some((each) => lengthInPixels(each) <= FAR_AWAY_PX);
};

const isFaint = (value: string): boolean =>
  value !== '' && Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1) <= FAINTEST;

const isTransparent = (color: string): boolean =>
  /^transparent$|^(?:rgb|hsl)a\((?:[^,]+,){3}\s*0%?\)$|\/\s*0%?\)$/.test(color);

/** Letters of no colour or of the colour that they stand on, but where they let something behind them be seen. */
const isColoredAway = (read: Reader): boolean => {
  const clips = read('background-clip') + read('-webkit-background-clip');
  if (clips.includes('text') || !/^(?:none)?$/.test(read('text-shadow'))) return false;
  const color = read('-webkit-text-fill-color') || read('color');
  return isTransparent(color) || (color !== '' && color === read('background-color'));
};

const cutsOff = (read: Reader): boolean =>
  (['overflow', 'overflow-x', 'overflow-y'] as const).some((name) => /hidden|clip/.test(read(name)));

const hasNoSize = (read: Reader): boolean =>
  SIZES.some((name) => isZero(read(name)) || (isOutOfFlow(read) && isTiny(read(name)))) ||
  (isTiny(read('width')) && isTiny(read('height'))) ||
  (read('white-space') === 'nowrap' && read('text-indent') === '100%');

/** Each way to hide an element with all that is in it, and the property that does it. */
const WAYS: readonly { readonly by: StyleProperty; readonly hides: (read: Reader) => boolean }[] = [
  { by: 'display', hides: (read) => read('display') === 'none' },
  { by: 'content-visibility', hides: (read) => read('content-visibility') === 'hidden' },
  { by: 'opacity', hides: (read) => isFaint(read('opacity')) },
  { by: 'clip', hides: isClippedAway },
  { by: 'position', hides: isFarAway },
  {
    by: 'overflow',
    hides: (read) => cutsOff(read) && hasNoSize(read),
  },
  { by: 'filter', hides: (read) => /\bopacity\(0%?\)/.test(read('filter')) },
  { by: 'transform', hides: isTransformedAway },
  { by: 'color', hides: isColoredAway },
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
