import type { TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { type AnySelector, isOfPage, textSelectorOf } from '../region/region-selector.ts';
import { type Anchor, anchorExactly } from './anchor-selector.ts';

/** From best to worst: a passage is as well anchored as its worst selector. */
const states = ['anchored', 'moved', 'ambiguous', 'orphaned'] as const;
export type AnchorState = (typeof states)[number];

export type PassageAnchor = {
  readonly state: AnchorState;
  /** The ranges that were found, in the order of the selectors; UTF-16. */
  readonly ranges: readonly TextRange[];
  /** One per selector that is found in text. */
  readonly anchors: readonly Anchor[];
};

const foundRange = (anchor: Anchor): readonly TextRange[] =>
  anchor.state === 'anchored' || anchor.state === 'moved' ? [anchor.range] : [];

/**
 * Where each selector of a passage is found in the indexed text, and the worst of their states. Near matches of a
 * lost quote are not searched here, since they never decide where a passage is: see passageCandidates. A region of
 * a picture is where its picture is. A region of a page is where its page is, and covers no text.
 */
export const anchorPassage = (index: TextIndex, selectors: readonly AnySelector[]): PassageAnchor => {
  const anchors = selectors
    .filter((selector) => !isOfPage(selector))
    .map((selector) => anchorExactly(index, textSelectorOf(selector)));
  return {
    anchors,
    state:
      states.findLast((state) => anchors.some((anchor) => anchor.state === state)) ??
      (anchors.length < selectors.length ? 'anchored' : 'orphaned'),
    ranges: anchors.flatMap(foundRange),
  };
};
