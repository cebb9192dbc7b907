/**
 * Content of a page that is hidden, until unfolded or always. It is never text; hidden parts inside the article are
 * reported to the analyst, since a reader may have unfolded them.
 */
import type { HiddenPart } from '#domain/contract/importer-bridge.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { shownText } from '../metadata/found-value.ts';
import { lineOf } from './element-words.ts';
import { BESIDE } from './furniture-rules.ts';

/** A hidden element or text, and its present or former parent. */
export type HiddenNode = { readonly node: ChildNode; readonly parent: Element };

/** With fewer words it is a label for screen readers. */
const MIN_WORDS = 5;
const MAX_PARTS = 20;
const MAX_BEGINNING_CHARS = 80;

const ELEMENT_NODE = 1;

/** `nodes` with their parents. To be called before they are removed. */
export const toHiddenNodes = (nodes: readonly ChildNode[]): readonly HiddenNode[] =>
  nodes.flatMap((node) => (node.parentElement === null ? [] : [{ node, parent: node.parentElement }]));

const UNSHOWN = '[hidden]:not([hidden="until-found" i]), [popover]';

/** Content that the elements of `page` themselves declare hidden. */
export const findUnshown = (page: Document): readonly HiddenNode[] =>
  toHiddenNodes([...page.body.querySelectorAll(UNSHOWN)]).filter(
    ({ parent }) => parent.closest(UNSHOWN) === null,
  );

/** The text of a hidden node, read as if it were shown. */
const textOf = ({ node }: HiddenNode): string => {
  if (node.nodeType === ELEMENT_NODE) return shownText(node as Element);
  return (node.nodeValue ?? '').replace(/\s+/gu, ' ').trim();
};

const beginningOf = (text: string): string =>
  text.length <= MAX_BEGINNING_CHARS
    ? text
    : `${text.slice(0, MAX_BEGINNING_CHARS).replace(/\s+\S*$/u, '')} …`;

const isBesideText = ({ node, parent }: HiddenNode): boolean => {
  if (node.nodeType === ELEMENT_NODE && (node as Element).matches(BESIDE)) return true;
  const furniture = parent.closest(`[${LEFT_OUT_ATTRIBUTE}]`);
  // An element that is empty without its hidden text was marked only because of it.
  return furniture !== null && lineOf(furniture) !== '';
};

/** The `hidden` nodes inside `article` or beside it, the longest first. */
export const hiddenPartsIn = (article: Element, hidden: readonly HiddenNode[]): readonly HiddenPart[] =>
  hidden
    .filter(
      (each) =>
        (article.contains(each.parent) || each.parent === article.parentElement) && !isBesideText(each),
    )
    .map(textOf)
    .map((text) => ({ words: text.match(/\S+/gu)?.length ?? 0, beginning: beginningOf(text) }))
    .filter(({ words }) => words >= MIN_WORDS)
    .sort((a, b) => b.words - a.words)
    .slice(0, MAX_PARTS);
