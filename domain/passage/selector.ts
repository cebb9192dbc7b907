import { z } from 'zod';

/**
 * How a passage finds its text: a W3C TextQuoteSelector and TextPositionSelector (Web Annotation Data Model).
 * Positions are 0-based, end excluded, in Unicode code points of the canonical text. `exact` is verbatim.
 */
export const selectorSchema = z.strictObject({
  quote: z.strictObject({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  position: z
    .strictObject({ start: z.int().min(0), end: z.int().min(1) })
    .refine(({ start, end }) => start < end, { error: 'a selector is never empty' }),
});
export type Selector = z.infer<typeof selectorSchema>;

/** A range of the canonical text in memory: UTF-16 code units, end excluded. Never written to a file. */
export const textRangeSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, { error: 'a range is never empty' });
export type TextRange = z.infer<typeof textRangeSchema>;
