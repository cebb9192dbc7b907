/**
 * What was selected on a page that a browser has kept is no surroundings, wherever the page has it: the smallest part
 * that holds the words goes behind the article, when that lacks them.
 */
import { seenText } from '#domain/inbox/place-selection.ts';
import { SELF_EVIDENT_LENGTH } from '#domain/passage/anchor/anchor-selector.ts';
import { childElementsOf } from '../body/children-of.ts';

/** A part of a page that holds selected words. */
type SelectedPart = { readonly element: Element; readonly words: string };

const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

/** With so many times the letters of the words, and so many more, a part is a stretch of the page. */
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
 * The smallest parts of `page` that hold words of `selected`. Without those of words that are too short to be told, or
 * that stand on the page more than once, and without parts that hold far more than the words.
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

/** `article` with those of `parts` behind it whose words it lacks, each once. */
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
