import type { TextBlockSpan } from '../article/canonical-text.ts';
import { mannerOf } from './manner-of.ts';
import type { Manner } from './passage.ts';
import type { TextRange } from './selector.ts';

const marksSay = (spans: readonly TextBlockSpan[], ranges: readonly TextRange[]): 'direct' | null =>
  ranges.length > 0 && ranges.every((range) => mannerOf(spans, range) === 'direct') ? 'direct' : null;

/**
 * The manner of a passage that was moved from `before` to `after` (UTF-16). What the quotation marks said of the old
 * ranges is said anew of the new ones, so that words outside the marks are not called direct; what differs from the
 * marks was said by the analyst, and stays.
 */
export const mannerAfterMove = (
  spans: readonly TextBlockSpan[],
  manner: Manner | null,
  { before, after }: { readonly before: readonly TextRange[]; readonly after: readonly TextRange[] },
): Manner | null => (manner === marksSay(spans, before) ? marksSay(spans, after) : manner);
