/**
 * Content of a page that is hidden, until unfolded or always. It is never text; hidden parts inside the article are
 * reported to the analyst, since a reader may have unfolded them.
 */
import type { HiddenPart } from '#domain/contract/importer-bridge.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { shownText } from '../metadata/found-value.ts';
import { lineOf } from './element-words.ts';
import { BESIDE } from './furniture-rules.ts';
import { sentencesIn } from './whole/prose-run.ts';

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

/** Hidden sentences of fewer letters under one element are a note or a control, not an article. */
const MIN_HIDDEN_PROSE = 400;

/** The letters of the sentences in a hidden node. */
export const proseOf = ({ node }: HiddenNode): number => {
  const lines = node.nodeType === ELEMENT_NODE ? [...(node as Element).querySelectorAll('p, div')] : [];
  const leaves = lines.filter((line) => line.querySelector('p, div') === null).map(lineOf);
  const own = leaves.length > 0 ? leaves : [(node.textContent ?? '').replace(/\s+/gu, ' ').trim()];
  return own.reduce((sum, line) => sum + sentencesIn(line), 0);
};

/** Those of `hidden` that hold, alone or with those beside them, the prose of an article. */
export const hiddenProse = (hidden: readonly HiddenNode[]): ReadonlySet<Node> => {
  const proseIn = new Map<Element, number>();
  for (const each of hidden) proseIn.set(each.parent, (proseIn.get(each.parent) ?? 0) + proseOf(each));
  const isBlock = (parent: Element): boolean =>
    (proseIn.get(parent) ?? 0) >= MIN_HIDDEN_PROSE && parent.closest(BESIDE) === null;
  return new Set(
    hidden
      .filter(
        ({ node, parent }) =>
          isBlock(parent) && !(node.nodeType === ELEMENT_NODE && (node as Element).matches(BESIDE)),
      )
      .map(({ node }) => node),
  );
};

/** The letters of the sentences that wait in templates of `page`, or show in browsers without scripts. */
export const inertProse = (page: Document): number =>
  [...page.body.querySelectorAll('template, noscript')].reduce((sum, inert) => sum + proseOfInert(inert), 0);

const contentOf = (inert: Element): ParentNode & Node =>
  inert.localName === 'template' ? (inert as HTMLTemplateElement).content : inert;

const proseOfInert = (inert: Element): number =>
  sentencesIn((contentOf(inert).textContent ?? '').replace(/\s+/gu, ' ').trim());

/** Puts what waits in templates, and what only browsers without scripts show, in the place where it waits. */
export const unwrapInert = (page: Document): void => {
  for (const inert of page.body.querySelectorAll('template, noscript')) {
    if (proseOfInert(inert) < MIN_HIDDEN_PROSE) continue;
    const part = page.createElement('div');
    part.append(...contentOf(inert).childNodes);
    inert.replaceWith(part);
  }
};
