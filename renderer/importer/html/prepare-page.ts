import { raiseText } from '#domain/article/body/raised-text.ts';
import { childNodesOf } from '../body/children-of.ts';
import { STYLE_ATTRIBUTE, standsApart, UNSEEN_ELEMENTS } from '../body/element-style.ts';
import { findUnshown, type HiddenNode, hiddenProse, toHiddenNodes, unwrapInert } from './hidden-parts.ts';
import { drawPage } from './styles/draw-page.ts';
import { findHidden, type Hit } from './styles/find-hidden.ts';
import { type InertFrame, laySheets, markRules, openInertFrame, type States } from './styles/page-sheets.ts';
import { UNDONE, type WayName } from './styles/ways-of-hiding.ts';
import { writeStyles } from './styles/written-styles.ts';

/**
 * Separates words that only layout separates: style sheets in other files can make boxes of inline elements (a caption
 * and its credit, a name and its office). A space goes between two touching elements if the first ends like a word and
 * the second begins like a new one; never inside a word.
 */

const ENDS_LIKE_A_WORD = /[\p{Ll}.!?…”’)\]]$/u;
const BEGINS_LIKE_ANEW = /^[“"(©]?\p{Lu}\S*(?:\s|$)|^[©(]/u;

/** Where a caption's own words may touch an element. */
const CAPTION = 'figcaption, [class*="caption" i], [class*="byline" i]';

/**
 * Formulas as text: MathML's own description (`alttext`, its TeX), else its content on one line. They are marked as
 * code, since they are a notation and not a sentence. A picture of a formula gives its alternative text.
 */

const PICTURES = 'img[class*="math" i][alt], img[class*="latex" i][alt]';

/** Formula renderers output twice, for display and for assistive technology. */
const RENDERED = '.katex, mjx-container';

const isSimple = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
const inBrackets = (text: string): string => (isSimple(text) ? text : `(${text})`);

/**
 * Hidden text is not text. The page is rendered once more in a frame where nothing runs or loads, with its own style
 * sheets, and the browser is asked what it shows: hidden nodes are removed from the page, and the styles that the
 * conversion to a body needs are written to each element.
 */

type Originals = ReadonlyMap<Node, ChildNode>;

/** How many characters of an element or a text may be text. */
type TextLengths = { of(node: Node): number };

/** The lengths of `root` and all its descendants. */
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

/** The nodes of the page to remove for `hits`: an element as a whole if all of its content is hidden. */
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

/** Those of `nodes` that are not inside another. */
const outermost = (nodes: readonly ChildNode[]): readonly ChildNode[] => {
  const all = new Set<Node>(nodes);
  const isInOther = (element: Element | null): boolean =>
    element !== null && (all.has(element) || isInOther(element.parentElement));
  return nodes.filter((node) => !isInOther(node.parentElement));
};

/**
 * Styles that hide most of a page are ignored: such pages hide themselves until their scripts have run, but were read.
 * The hiding is undone, as the script would do, until no more is hidden than a page hides permanently.
 */

/** No page permanently hides a larger share of its text. */
const MAX_SHARE = 0.9;
/** How many layers of such hiding are undone. */
const MAX_ROUNDS = 8;

const markerOf = (way: WayName): string => `--precis-${way}`;

const markWays = (frame: InertFrame): void => {
  for (const [way, undone] of Object.entries(UNDONE)) {
    const properties = undone.map(([name]) => name);
    markRules(frame, markerOf(way as WayName), properties);
  }
};

/** The declarations that hide a hit: a style attribute, a rule, or a default of its elements' name. */
const originOf = ({ window }: InertFrame, { hider, way }: Hit): string => {
  const isOwn = UNDONE[way].some(([name]) => hider.style.getPropertyValue(name) !== '');
  const rule = window.getComputedStyle(hider).getPropertyValue(markerOf(way));
  return `${way} ${isOwn ? hider.style.cssText : rule || hider.localName}`;
};

/** The hits of the one block of declarations that hides the most. */
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

/** The permanently hidden nodes in `frame`. `lengthOf` gives how much text a hit hides, of `total`. */
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
 * Removes from `page` what its styles hide, but for what `isShown` keeps, and converts its style attributes and style
 * sheets to attributes of ours. Returns what was hidden, as whole elements.
 */
export const applyPageStyles = (
  page: Document,
  shownOf: (hidden: readonly HiddenNode[]) => ReadonlySet<Node> = () => new Set(),
): readonly HiddenNode[] => {
  for (const element of page.querySelectorAll(`[${STYLE_ATTRIBUTE}]`))
    element.removeAttribute(STYLE_ATTRIBUTE);
  if (page.querySelector('style, [style]') === null) return [];
  const frame = openInertFrame(page);
  try {
    const hidden = readDrawn(page, frame);
    const shown = shownOf(hidden);
    for (const { node } of hidden) if (!shown.has(node)) node.remove();
    for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
    return hidden;
  } finally {
    frame.close();
  }
};

/** MathML on one line, by element name. */
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

/** Replaces each formula of `page` with its text. */
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

/** Inserts a space between words of `page` that only its layout separates. */
const partWords = (page: Document): void => {
  for (const element of page.body.querySelectorAll('span, a, b, strong, em, i, small, time, cite, div')) {
    const before = element.previousSibling;
    if (before === null || standsApart(element) || !mayTouch(before)) continue;
    if (areTwo(before.textContent ?? '', element.textContent ?? '')) element.before(' ');
  }
};

/**
 * Reduces a page to what its readers see: nothing hidden, formulas as text, and separated words. Returns what is
 * hidden.
 */
export const preparePage = (page: Document): readonly HiddenNode[] => {
  const hidden = [...applyPageStyles(page), ...findUnshown(page)];
  settleText(page);
  return hidden;
};

/**
 * The same, with the hidden blocks that hold prose left in: the text of an article that a script would have shown.
 */
export const prepareWithHidden = (page: Document): void => {
  unwrapInert(page);
  applyPageStyles(page, hiddenProse);
  for (const node of hiddenProse(findUnshown(page)))
    for (const name of ['hidden', 'popover']) (node as Element).removeAttribute(name);
  settleText(page);
};

const settleText = (page: Document): void => {
  writeFormulas(page);
  partWords(page);
};
