import { childElementsOf } from '../../body/children-of.ts';
import { LEFT_OUT_ATTRIBUTE } from '../../body/left-out.ts';
import { findByline, findHeadline } from '../../metadata/article-elements.ts';
import { articleRoot, findStandfirsts, unmark, withoutFurniture } from '../pick-article.ts';
import { linesIn, type ProseLine } from './prose-run.ts';

const FOLLOWING = 4;
const isAfter = (node: Node, other: Node): boolean => (other.compareDocumentPosition(node) & FOLLOWING) !== 0;

/** The elements with the texts of a run. */
const elementsOf = (nodes: readonly Node[]): readonly Element[] =>
  nodes.flatMap((node) => {
    const element = 'localName' in node ? (node as Element) : node.parentElement;
    return element === null ? [] : [element];
  });

/** Marks what stands in `root` before the first of `nodes` or after the last, but for `kept`. */
const markOutside = (root: Element, nodes: readonly Node[], kept: readonly Element[]): void => {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return;
  const isKept = (element: Element): boolean => kept.some((part) => part.contains(element));
  const holds = (element: Element): boolean => [first, last, ...kept].some((part) => element.contains(part));
  const mark = (element: Element): void => {
    if (isKept(element)) return;
    if (holds(element)) for (const child of childElementsOf(element)) mark(child);
    else if (!isAfter(element, first) || isAfter(element, last)) element.setAttribute(LEFT_OUT_ATTRIBUTE, '');
  };
  for (const child of childElementsOf(root)) mark(child);
};

/** Which lines of a page are those of its article. */
export type ChooseLines = (lines: readonly ProseLine[]) => readonly ProseLine[];

/**
 * Picks the article of a page by its lines, joined over all of their containers, with headline and byline; null if
 * there are none.
 */
export const joinLines =
  (choose: ChooseLines) =>
  (page: Document, publisher: string): Element | null => {
    unmark(page);
    const nodes = choose(linesIn(page.body)).flatMap((line) => line.nodes);
    const headline = findHeadline(page, publisher);
    const parts = [headline, findByline(page)].filter((part) => part !== null);
    const surviving = new Set(elementsOf(nodes));
    const root = articleRoot(surviving, headline);
    if (root === null) return null;
    const standfirsts = findStandfirsts([...root.querySelectorAll('*')], { headline, surviving });
    markOutside(root, nodes, [...parts, ...standfirsts]);
    return withoutFurniture(root, parts);
  };
