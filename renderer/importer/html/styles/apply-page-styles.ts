/**
 * Hidden text is not text. A page is drawn once more where nothing runs and nothing loads, with its own style sheets,
 * and the browser is asked what it shows of it: what is hidden leaves the page, and what the walk to the body has to
 * know of the rest is written beside each element.
 */
import { STYLE_ATTRIBUTE } from '../../body/element-style.ts';
import { type HiddenNode, toHiddenNodes } from '../hidden-parts.ts';
import { findBelieved } from './believed.ts';
import { drawPage } from './draw-page.ts';
import type { Hit } from './find-hidden.ts';
import { type InertFrame, openInertFrame } from './inert-frame.ts';
import { laySheets } from './page-sheets.ts';
import { measureTexts, type TextLengths } from './text-lengths.ts';
import { writeStyles } from './written-styles.ts';

type Originals = ReadonlyMap<Node, ChildNode>;

const lengthOf = (node: ChildNode | undefined, lengths: TextLengths): number =>
  node === undefined ? 0 : lengths.of(node);

/** What of the page is taken out for `hits`: whole, where all that stands in it is hidden. */
const hiddenNodes = (
  hits: readonly Hit[],
  originals: Originals,
  lengths: TextLengths,
): readonly ChildNode[] => {
  const hiddenIn = new Map<Node, number>();
  for (const { node, hider } of hits) {
    hiddenIn.set(hider, (hiddenIn.get(hider) ?? 0) + lengthOf(originals.get(node), lengths));
  }
  const isWhole = (hider: HTMLElement): boolean =>
    hider.localName !== 'body' && hiddenIn.get(hider) === lengthOf(originals.get(hider), lengths);
  const nodes = new Set(hits.map(({ node, hider }) => originals.get(isWhole(hider) ? hider : node)));
  return [...nodes].filter((node) => node !== undefined);
};

/** Those of `nodes` that stand in none of the others. */
const outermost = (nodes: readonly ChildNode[]): readonly ChildNode[] => {
  const all = new Set<Node>(nodes);
  const isInOther = (element: Element | null): boolean =>
    element !== null && (all.has(element) || isInOther(element.parentElement));
  return nodes.filter((node) => !isInOther(node.parentElement));
};

const readDrawn = (page: Document, frame: InertFrame): readonly HiddenNode[] => {
  const originals = drawPage(page, frame.document);
  const states = laySheets(page, frame);
  const lengths = measureTexts(page.documentElement);
  const hits = findBelieved(
    frame,
    states,
    ({ node }) => lengthOf(originals.get(node), lengths),
    lengths.of(page.documentElement),
  );
  writeStyles(frame, states, originals);
  return toHiddenNodes(outermost(hiddenNodes(hits, originals, lengths)));
};

/**
 * Takes out of `page` what its styles hide, and resolves its style attributes and style sheets to attributes of ours.
 * Answers what was taken out, the elements whole.
 */
export const applyPageStyles = (page: Document): readonly HiddenNode[] => {
  for (const element of page.querySelectorAll(`[${STYLE_ATTRIBUTE}]`))
    element.removeAttribute(STYLE_ATTRIBUTE);
  if (page.querySelector('style, [style]') === null) return [];
  const frame = openInertFrame(page);
  try {
    const hidden = readDrawn(page, frame);
    for (const { node } of hidden) node.remove();
    for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
    return hidden;
  } finally {
    frame.close();
  }
};
