import { childNodesOf } from '../../body/children-of.ts';
import { UNSEEN_ELEMENTS } from '../../body/element-style.ts';

/** How many characters of an element may be text. */
export type TextLengths = { of(element: Element): number };

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The lengths of `root` and of all that stand in it. */
export const measureTexts = (root: Element): TextLengths => {
  const lengths = new Map<Element, number>();
  const lengthOf = (node: ChildNode): number => {
    if (node.nodeType === TEXT_NODE) return (node.nodeValue ?? '').trim().length;
    return node.nodeType === ELEMENT_NODE ? measure(node as Element) : 0;
  };
  const measure = (element: Element): number => {
    let length = 0;
    if (!UNSEEN_ELEMENTS.has(element.localName)) {
      for (const child of childNodesOf(element)) length += lengthOf(child);
    }
    lengths.set(element, length);
    return length;
  };
  measure(root);
  return { of: (element) => lengths.get(element) ?? 0 };
};
