import { raiseText } from '#domain/article/body/raised-text.ts';
import { childNodesOf } from '../body/children-of.ts';
import { STYLE_ATTRIBUTE, standsApart, UNSEEN_ELEMENTS } from '../body/element-style.ts';
import { findUnshown, type HiddenNode, toHiddenNodes } from './hidden-parts.ts';
import { drawPage } from './styles/draw-page.ts';
import { findHidden, type Hit } from './styles/find-hidden.ts';
import { type InertFrame, laySheets, markRules, openInertFrame, type States } from './styles/page-sheets.ts';
import { UNDONE, type WayName } from './styles/ways-of-hiding.ts';
import { writeStyles } from './styles/written-styles.ts';

/**
 * Words are parted where layout parts them: style sheets of other files can make boxes of what stands in one line
 * here (a caption and its credit, a name and its office). Two elements that touch are parted where the one ends like
 * a word and the other begins like a new one; inside a word nothing is parted.
 */

const ENDS_LIKE_A_WORD = /[\p{Ll}.!?…”’)\]]$/u;
const BEGINS_LIKE_ANEW = /^[“"(©]?\p{Lu}\S*(?:\s|$)|^[©(]/u;

/** Where a caption's own words may touch an element. */
const CAPTION = 'figcaption, [class*="caption" i], [class*="byline" i]';

/**
 * Formulas as text: what MathML says of itself (`alttext`, its TeX), else what stands in it on one line. They are
 * marked as code, since they are a notation and no sentence. A picture of a formula gives its alternative text.
 */

const PICTURES = 'img[class*="math" i][alt], img[class*="latex" i][alt]';

/** Renderers of formulas write them twice, for eyes and for machines. */
const RENDERED = '.katex, mjx-container';

const isSimple = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
const inBrackets = (text: string): string => (isSimple(text) ? text : `(${text})`);

/**
 * Hidden text is not text. A page is drawn once more where nothing runs and nothing loads, with its own style sheets,
 * and the browser is asked what it shows of it: what is hidden leaves the page, and what the walk to the body has to
 * know of the rest is written beside each element.
 */

type Originals = ReadonlyMap<Node, ChildNode>;

/** How many characters of an element or a text may be text. */
type TextLengths = { of(node: Node): number };

/** The lengths of `root` and of all that stand in it. */
const measureTexts = (root: Element): TextLengths => {
  const lengths = new Map<Node, number>();
  const of = (node: Node): number =>
    node.nodeType === TEXT_NODE ? (node.nodeValue ?? '').trim().length : (lengths.get(node) ?? 0);
  const measure = (element: Element): void => {
    let length = 0;
    if (!UNSEEN_ELEMENTS.has(element.localName)) {
      for (const child of childNodesOf(element)) {
        if (child.nodeType === ELEMENT_NODE) measure(child as Element);
        length += of(child);
      }
    }
    lengths.set(element, length);
  };
  measure(root);
  return { of };
};

const lengthOf = (node: ChildNode | undefined, lengths: TextLengths): number =>
  node === undefined ? 0 : lengths.of(node);

/** What of the page is taken out for `hits`: whole, where all that stands in it is hidden. */
const hiddenNodes = (
  hits: readonly Hit[],
  originals: Originals,
  lengths: TextLengths,
): readonly ChildNode[] => {
  const hiddenIn = new Map<Node, number>();
  for (const { node, hider } of hits) {
    hiddenIn.set(hider, (hiddenIn.get(hider) ?? 0) + lengthOf(originals.get(node), lengths));
  }
  const isWhole = (hider: HTMLElement): boolean =>
    hider.localName !== 'body' && hiddenIn.get(hider) === lengthOf(originals.get(hider), lengths);
  const nodes = new Set(hits.map(({ node, hider }) => originals.get(isWhole(hider) ? hider : node)));
  return [...nodes].filter((node) => node !== undefined);
};

/** Those of `nodes` that stand in none of the others. */
const outermost = (nodes: readonly ChildNode[]): readonly ChildNode[] => {
  const all = new Set<Node>(nodes);
  const isInOther = (element: Element | null): boolean =>
    element !== null && (all.has(element) || isInOther(element.parentElement));
  return nodes.filter((node) => !isInOther(node.parentElement));
};

/**
 * What hides most of a page is not believed: pages hide themselves until their scripts have run, and were read
 * nevertheless. It is taken back, as the script would, until what is hidden is no more than a page hides for good.
 */

/** No page hides a larger share of its text. */
const MAX_SHARE = 0.9;
/** So often a page is taken to hide most of itself in yet another way. */
const MAX_ROUNDS = 8;

const markerOf = (way: WayName): string => `--precis-${way}`;

const markWays = (frame: InertFrame): void => {
  for (const [way, undone] of Object.entries(UNDONE)) {
    const properties = undone.map(([name]) => name);
    markRules(frame, markerOf(way as WayName), properties);
  }
};

/** The block of declarations by which a hit is hidden: a style attribute, a rule, or that of its elements' name. */
const originOf = ({ window }: InertFrame, { hider, way }: Hit): string => {
  const isOwn = UNDONE[way].some(([name]) => hider.style.getPropertyValue(name) !== '');
  const rule = window.getComputedStyle(hider).getPropertyValue(markerOf(way));
  return `${way} ${isOwn ? hider.style.cssText : rule || hider.localName}`;
};

/** The hits of one block of declarations that hide the most. */
const largestGroup = (
  frame: InertFrame,
  hits: readonly Hit[],
  lengthOf: (hit: Hit) => number,
): readonly Hit[] => {
  const groups = new Map<string, { readonly hits: Hit[]; length: number }>();
  for (const hit of hits) {
    const origin = originOf(frame, hit);
    const group = groups.get(origin) ?? { hits: [], length: 0 };
    groups.set(origin, group);
    group.hits.push(hit);
    group.length += lengthOf(hit);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest?.hits ?? [];
};

const takeBack = ({ hider, way }: Hit): void => {
  for (const [name, value] of UNDONE[way]) hider.style.setProperty(name, value, 'important');
};

/** What is hidden in `frame` for good. `lengthOf` says how much text a hit hides, of `total`. */
const findBelieved = (
  frame: InertFrame,
  states: States,
  lengthOf: (hit: Hit) => number,
  total: number,
): readonly Hit[] => {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const hits = findHidden(frame, states);
    const length = hits.reduce((sum, hit) => sum + lengthOf(hit), 0);
    if (length <= total * MAX_SHARE) return hits;
    if (round === 1) markWays(frame);
    for (const hit of largestGroup(frame, hits, lengthOf)) takeBack(hit);
  }
  return [];
};

const readDrawn = (page: Document, frame: InertFrame): readonly HiddenNode[] => {
  const originals = drawPage(page, frame.document);
  const states = laySheets(page, frame);
  const lengths = measureTexts(page.documentElement);
  const hits = findBelieved(
    frame,
    states,
    ({ node }) => lengthOf(originals.get(node), lengths),
    lengths.of(page.documentElement),
  );
  writeStyles(frame, states, originals);
  return toHiddenNodes(outermost(hiddenNodes(hits, originals, lengths)));
};

/**
 * Takes out of `page` what its styles hide, and resolves its style attributes and style sheets to attributes of ours.
 * Answers what was taken out, the elements whole.
 */
export const applyPageStyles = (page: Document): readonly HiddenNode[] => {
  for (const element of page.querySelectorAll(`[${STYLE_ATTRIBUTE}]`))
    element.removeAttribute(STYLE_ATTRIBUTE);
  if (page.querySelector('style, [style]') === null) return [];
  const frame = openInertFrame(page);
  try {
    const hidden = readDrawn(page, frame);
    for (const { node } of hidden) node.remove();
    for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
    return hidden;
  } finally {
    frame.close();
  }
};

/** MathML as one line, by the names of its elements. */
const lineOf = (node: Node): string => {
  if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').trim();
  const parts = [...node.childNodes].map(lineOf).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  switch (node.nodeName.toLowerCase()) {
    case 'annotation':
    case 'annotation-xml':
    case 'script':
    case 'style':
      return '';
    case 'mfrac':
      return `${inBrackets(first)}/${inBrackets(second)}`;
    case 'msup':
      return first + raiseText(second, 'superscript', '').text;
    case 'msub':
      return first + raiseText(second, 'subscript', '').text;
    case 'msubsup':
      return first + raiseText(second, 'subscript', '').text + raiseText(third, 'superscript', '').text;
    case 'msqrt':
      return `√${inBrackets(parts.join(''))}`;
    default:
      return parts.join('');
  }
};

const withoutFrame = (tex: string): string =>
  tex
    .replace(/^\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const textOf = (math: Element): string => {
  const tex = math.querySelector('annotation[encoding*="tex" i]')?.textContent ?? '';
  const said = math.getAttribute('alttext') ?? tex;
  return withoutFrame(said) === '' ? lineOf(math) : withoutFrame(said);
};

const writeText = (element: Element, text: string): void => {
  const code = element.ownerDocument.createElement('code');
  code.textContent = text;
  element.replaceWith(text === '' ? '' : code);
};

/** Writes each formula of `page` into its text. */
const writeFormulas = (page: Document): void => {
  for (const math of page.querySelectorAll('math')) {
    for (const twin of math.closest(RENDERED)?.querySelectorAll('[aria-hidden="true"]') ?? []) twin.remove();
    writeText(math, textOf(math));
  }
  for (const picture of page.querySelectorAll(PICTURES)) {
    writeText(picture, withoutFrame(picture.getAttribute('alt') ?? ''));
  }
};

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const mayTouch = (node: ChildNode): boolean =>
  (node.nodeType === TEXT_NODE && (node.parentElement?.closest(CAPTION) ?? null) !== null) ||
  (node.nodeType === ELEMENT_NODE && !standsApart(node as Element));

const areTwo = (before: string, after: string): boolean =>
  before.length > 1 &&
  after.length > 1 &&
  /\s/.test(`${before.trim()}${after.trim()}`) &&
  ENDS_LIKE_A_WORD.test(before) &&
  BEGINS_LIKE_ANEW.test(after);

/** Puts a space between words of `page` that only its layout would part. */
const partWords = (page: Document): void => {
  for (const element of page.body.querySelectorAll('span, a, b, strong, em, i, small, time, cite, div')) {
    const before = element.previousSibling;
    if (before === null || standsApart(element) || !mayTouch(before)) continue;
    if (areTwo(before.textContent ?? '', element.textContent ?? '')) element.before(' ');
  }
};

/**
 * Makes of a page what its readers see of it: nothing hidden, formulas as text, and words that stand apart apart.
 * Answers what is hidden.
 */
export const preparePage = (page: Document): readonly HiddenNode[] => {
  const hidden = [...applyPageStyles(page), ...findUnshown(page)];
  writeFormulas(page);
  partWords(page);
  return hidden;
};
