/** Parts of an article that Readability takes for furniture and a reader does not. */
import { standsApart } from '../../body/element-style.ts';
import { lineOf } from '../furniture/element-words.ts';
import { BESIDE } from '../furniture/furniture-rules.ts';
import { isCorrection } from './is-correction.ts';
import { isOneParagraph, isSentence } from './prose.ts';

export type ArticleFrame = {
  readonly headline: Element | null;
  /** What Readability keeps, in the order of the page. */
  readonly surviving: ReadonlySet<Element>;
};

/** So far above a quotation its paragraphs may stand: what a site sets in has frames of its own. */
const MAX_FRAMES = 3;

const hasTextIn = (frame: Element, surviving: ReadonlySet<Element>): boolean =>
  [...frame.children].some((side) => isText(side, surviving) || isText(side.firstElementChild, surviving));

const isText = (side: Element | null, surviving: ReadonlySet<Element>): boolean =>
  side?.localName === 'p' && surviving.has(side);

const isCaptioned = (element: Element): boolean =>
  element.localName === 'figure' &&
  element.querySelector('figcaption') !== null &&
  element.closest('a') === null;

/** A quotation or a figure between paragraphs of the article is part of it, though it may be mostly links. */
const isBesideText = (quote: Element, surviving: ReadonlySet<Element>): boolean => {
  let frame = quote.parentElement;
  for (let up = 0; up < MAX_FRAMES && frame !== null; up += 1) {
    if (hasTextIn(frame, surviving)) return true;
    frame = frame.parentElement;
  }
  return false;
};

/** A short paragraph between those of the article, which Readability drops for its link: "“We found it,” she told _a paper_." */
const isSentenceInText = (element: Element, surviving: ReadonlySet<Element>): boolean =>
  /^(?:p|div)$/.test(element.localName) &&
  !surviving.has(element) &&
  isOneParagraph(element) &&
  isSentence(element) &&
  element.closest(BESIDE) === null &&
  isBesideText(element, surviving);

const FOLLOWING = 4;
const follows = (element: Element, other: Element): boolean =>
  (other.compareDocumentPosition(element) & FOLLOWING) !== 0;

const SHORTEST_STANDFIRST = 60;
const MAY_BE_STANDFIRST = /^(?:p|div|h2|h3)$/;

const mayBeStandfirst = (element: Element): boolean =>
  MAY_BE_STANDFIRST.test(element.localName) &&
  lineOf(element).length >= SHORTEST_STANDFIRST &&
  ![...element.querySelectorAll('*')].some(standsApart);

/**
 * The paragraphs between the headline and the text, `elements` being in the order of the page: what a paper says
 * first, whatever it is called.
 */
const findStandfirsts = (
  elements: readonly Element[],
  { headline, surviving }: ArticleFrame,
): ReadonlySet<Element> => {
  const [text] = surviving;
  const [first] = elements;
  if (headline === null || text === undefined || first === undefined) return new Set();
  const at = elements.indexOf(headline);
  if (at === -1 && !follows(first, headline)) return new Set();
  const between = elements.slice(at + 1, Math.max(0, elements.indexOf(text)));
  return new Set(between.filter((element) => !element.contains(text) && mayBeStandfirst(element)));
};

/**
 * Those of `elements`, which are in the order of the page, that are part of the article whatever Readability says:
 * a correction, a quotation, a figure, a standfirst.
 */
export const partsOfArticle = (elements: readonly Element[], frame: ArticleFrame): readonly Element[] => {
  const standfirsts = findStandfirsts(elements, frame);
  return elements.filter(
    (element) =>
      standfirsts.has(element) ||
      isCorrection(element) ||
      isSentenceInText(element, frame.surviving) ||
      ((element.localName === 'blockquote' || isCaptioned(element)) &&
        isBesideText(element, frame.surviving)),
  );
};
