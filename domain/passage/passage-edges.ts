/**
 * The edges of a passage. The same characters are the same words only where they begin and end as before: `rose to
 * 3` does not occur in `rose to 34`, nor `want` in `wanted`. Two places have the same edges where the remainders
 * of the words, numbers and characters that they cut are equal; usually nothing is cut.
 */
import type { Selector, TextRange } from '../text/selector.ts';
import { EDGE_REACH, restAfter, restBefore, tokenEnd, tokenStart } from './token-rest.ts';

export type Edges = { readonly before: string; readonly after: string };

/** The edges of `range` in `text`. */
export const edgesAt = (text: string, { start, end }: TextRange): Edges => ({
  before: restBefore(text, start),
  after: restAfter(text, end),
});

/**
 * The edges in the text that a selector was made on, read from its context; null where it has no context although
 * it is surrounded by text, as in a selector of another program.
 */
export const edgesOfSelector = ({ quote, position }: Selector): Edges | null => {
  const { exact, prefix, suffix } = quote;
  if (prefix === '' && suffix === '' && position.start > 0) return null;
  const start = prefix.length;
  return edgesAt(prefix + exact + suffix, { start, end: start + exact.length });
};

/** Whether `range` of `text` begins and ends as `edges` do. Unknown edges count as the same. */
export const hasEdges = (text: string, range: TextRange, edges: Edges | null): boolean => {
  if (edges === null) return true;
  const from = Math.max(0, range.start - EDGE_REACH);
  const at = edgesAt(text.slice(from, range.end + EDGE_REACH), {
    start: range.start - from,
    end: range.end - from,
  });
  return at.before === edges.before && at.after === edges.after;
};

/** The smallest range that contains `range` and cuts no word, number or character of `text`. */
export const toTokenEdges = (text: string, { start, end }: TextRange): TextRange => ({
  start: tokenStart(text, start),
  end: tokenEnd(text, end),
});
