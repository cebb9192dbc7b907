import { childNodesOf } from '../../body/children-of.ts';
import { UNSEEN_ELEMENTS } from '../../body/element-style.ts';

/** How many characters of an element or a text may be text. */
export type TextLengths = { of(node: Node): number };

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The lengths of `root` and of all that stand in it. */
export const measureTexts = (root: Element): TextLengths => {
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
