/**
 * Words selected on a page kept by a browser are never furniture, wherever the page has them: if the article lacks
 * them, the smallest part that contains them is added after it.
 */
import { placeSelection, type SeenText, seenText } from '#domain/inbox/place-selection.ts';
import { SELF_EVIDENT_LENGTH } from '#domain/passage/anchor/anchor-selector.ts';
import { childElementsOf, childNodesOf } from '../body/children-of.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';

/** A part of a page with selected words. */
type SelectedPart = { readonly element: Element; readonly words: string };

const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

/** With this many times the letters of the words, and this many more, a part is a whole section of the page. */
const MAX_TIMES = 4;
const MAX_MORE = 2000;

const createReader = () => {
  const known = new Map<Element, string>();
  return (element: Element): string => {
    const letters = known.get(element) ?? seenText(element.textContent ?? '').seen;
    known.set(element, letters);
    return letters;
  };
};

const isOnce = (letters: string, words: string): boolean => {
  const at = letters.indexOf(words);
  return at !== -1 && letters.indexOf(words, at + 1) === -1;
};

const smallestWith = (words: string, root: Element, lettersOf: (element: Element) => string): Element => {
  let holder = root;
  for (;;) {
    const inner = [...childElementsOf(holder)].find(
      (child) => !UNREAD.has(child.localName) && lettersOf(child).includes(words),
    );
    if (inner === undefined) return holder;
    holder = inner;
  }
};

/**
 * The smallest parts of `page` that contain words of `selected`. Without words too short to be recognised, or that are
 * on the page more than once, and without parts much larger than the words.
 */
export const findSelected = (page: Document, selected: readonly string[]): readonly SelectedPart[] => {
  const lettersOf = createReader();
  return selected.flatMap((exact) => {
    const words = seenText(exact).seen;
    if (words.length < SELF_EVIDENT_LENGTH || !isOnce(lettersOf(page.body), words)) return [];
    const element = smallestWith(words, page.body, lettersOf);
    const isStretch = lettersOf(element).length > words.length * MAX_TIMES + MAX_MORE;
    return isStretch ? [] : [{ element, words }];
  });
};

/** `article` followed by those of `parts` whose words it lacks, each once. */
export const withSelected = (article: Element, parts: readonly SelectedPart[]): Element => {
  if (parts.length === 0) return article;
  const { seen } = seenText(article.textContent ?? '');
  const lacking = new Set(
    parts
      .filter(({ element, words }) => !seen.includes(words) && !element.contains(article))
      .map(({ element }) => element),
  );
  const outermost = [...lacking].filter(
    (element) => ![...lacking].some((other) => other !== element && other.contains(element)),
  );
  if (outermost.length === 0) return article;
  const whole = article.ownerDocument.createElement('div');
  const frames = outermost.map((element) => {
    const frame = article.ownerDocument.createElement('div');
    frame.append(element);
    return frame;
  });
  whole.append(article, ...frames);
  return whole;
};

const TEXT_NODE = 3;

/** A text of the article, the elements that exclude it, and its offset among all texts. */
type Piece = { readonly text: string; readonly leftOut: readonly Element[]; readonly start: number };

const textsIn = (element: Element): readonly Node[] =>
  UNREAD.has(element.localName)
    ? []
    : [...childNodesOf(element)].flatMap((child) =>
        child.nodeType === TEXT_NODE ? [child] : textsIn(child as Element),
      );

const leavingOut = (node: Node, article: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let each = node.parentElement; each !== null && article.contains(each); each = each.parentElement)
    if (each.hasAttribute(LEFT_OUT_ATTRIBUTE)) found.push(each);
  return found;
};

const piecesIn = (article: Element): readonly Piece[] => {
  let end = 0;
  return textsIn(article).map((node) => {
    const text = node.nodeValue ?? '';
    end += text.length;
    return { text, leftOut: leavingOut(node, article), start: end - text.length };
  });
};

const textOf = (pieces: readonly Piece[]): SeenText => seenText(pieces.map(({ text }) => text).join(''));

const placeIn = (text: SeenText, exact: string) => placeSelection(text, { exact, prefix: '', suffix: '' });

const isMissing = (text: SeenText, exact: string): boolean => {
  const found = placeIn(text, exact);
  return !found.ok && found.error.code === 'quote-not-found';
};

/**
 * Includes parts inside `article` again if they contain words of `selected` that do not occur, as a whole, in the rest:
 * an item of a list keeps its place.
 */
export const keepSelectedInside = (article: Element, selected: readonly string[]): void => {
  const pieces = selected.length === 0 ? [] : piecesIn(article);
  const kept = pieces.filter(({ leftOut }) => leftOut.length === 0);
  if (kept.length === pieces.length) return;
  const [text, whole] = [textOf(kept), textOf(pieces)];
  for (const exact of selected.filter((words) => isMissing(text, words))) {
    const found = placeIn(whole, exact);
    const { start, end } = found.ok ? found.value : { start: 0, end: 0 };
    const touched = pieces.filter(
      (piece) => piece.start < end && start < piece.start + piece.text.trimEnd().length,
    );
    for (const element of touched.flatMap(({ leftOut }) => leftOut)) {
      element.removeAttribute(LEFT_OUT_ATTRIBUTE);
    }
  }
};
