import { z } from 'zod';
import { textRangeSchema } from '../../../text/selector.ts';

/**
 * The parts of a quotation that are kept where it is shortened: ranges of the quote as it was cited (see
 * passageQuote), 0-based, end excluded, in Unicode code points, ascending, with something left out between any
 * two. They are bound to the hash of that quote, and do not apply to any other.
 */
export const keptSchema = z
  .array(textRangeSchema)
  .min(1)
  .max(100)
  .refine((kept) => kept.every(({ start }, at) => at === 0 || start > (kept[at - 1]?.end ?? 0)), {
    error: 'kept parts stand in the order of the quote, and do not touch',
  });
export type Kept = z.infer<typeof keptSchema>;

/** The same as a key: "" where the whole is kept. */
export const keyOfKept = (kept: Kept | null | undefined): string =>
  (kept ?? []).map(({ start, end }) => `${start}-${end}`).join(' ');
