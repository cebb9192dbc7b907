import type { TextBlockSpan } from '../../article/body/canonical-text.ts';
import type { TextRange } from '../../text/selector.ts';
import type { Manner } from '../passage.ts';
import { mannerOfAll } from './manner-of.ts';

/**
 * The manner of a passage that was moved from `before` to `after` (UTF-16). What the quotation marks said of the old
 * ranges is said anew of the new ones, so that words outside the marks are not called direct; what differs from the
 * marks was said by the analyst, and stays.
 */
export const mannerAfterMove = (
  spans: readonly TextBlockSpan[],
  manner: Manner | null,
  { before, after }: { readonly before: readonly TextRange[]; readonly after: readonly TextRange[] },
): Manner | null => (manner === mannerOfAll(spans, before) ? mannerOfAll(spans, after) : manner);
