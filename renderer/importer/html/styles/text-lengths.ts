import { childNodesOf } from '../../body/children-of.ts';

/** How many characters of an element may be text. */
export type TextLengths = { readonly total: number; of(element: Element): number };

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const UNSEEN: ReadonlySet<string> = new Set(['noscript', 'script', 'style', 'template', 'title']);

/** The lengths of `elements`, which stand in document order, the first one around all others. */
export const measureTexts = (elements: readonly Element[]): TextLengths => {
  const lengths = new Map<Element, number>();
  const lengthOf = (node: ChildNode): number => {
    if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').trim().length;
    return node.nodeType === ELEMENT_NODE ? (lengths.get(node as Element) ?? 0) : 0;
  };
  for (const element of elements.toReversed()) {
    if (UNSEEN.has(element.localName)) continue;
    let length = 0;
    for (const child of childNodesOf(element)) length += lengthOf(child);
    lengths.set(element, length);
  }
  const of = (element: Element): number => lengths.get(element) ?? 0;
  return { total: elements[0] === undefined ? 0 : of(elements[0]), of };
};
