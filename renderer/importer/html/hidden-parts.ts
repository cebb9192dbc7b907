/**
 * What a page holds and does not show, until somebody unfolds it or at all. It is never text; of what stands inside
 * the article the analyst is told, since a reader may have unfolded it.
 */
import type { HiddenPart } from '#domain/contract/importer-bridge.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { shownText } from '../metadata/found-value.ts';
import { lineOf } from './element-words.ts';
import { BESIDE } from './furniture-rules.ts';

/** An element or a text that is hidden, and what it stands in or has stood in. */
export type HiddenNode = { readonly node: ChildNode; readonly parent: Element };

/** With fewer words it is a label for those who listen to the page. */
const MIN_WORDS = 5;
const MAX_PARTS = 20;
const MAX_BEGINNING_CHARS = 80;

const ELEMENT_NODE = 1;

/** `nodes` with what they stand in. To be asked before they are taken out. */
export const toHiddenNodes = (nodes: readonly ChildNode[]): readonly HiddenNode[] =>
  nodes.flatMap((node) => (node.parentElement === null ? [] : [{ node, parent: node.parentElement }]));

const UNSHOWN = '[hidden]:not([hidden="until-found" i]), [popover]';

/** What the elements of `page` themselves say is hidden. */
export const findUnshown = (page: Document): readonly HiddenNode[] =>
  toHiddenNodes([...page.body.querySelectorAll(UNSHOWN)]).filter(
    ({ parent }) => parent.closest(UNSHOWN) === null,
  );

/** An element that stands for what is hidden in it, as if it were shown. */
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
  // What is empty without its hidden text was marked for that alone.
  return furniture !== null && lineOf(furniture) !== '';
};

/** Those of `hidden` that stood in `article` or beside it, the longest first. */
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
