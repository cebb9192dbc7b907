import { z } from 'zod';

/** Where a selector was in the text that it was made on. */
export const placeShape = {
  /**
   * The number of the place among equal ones in the text that the selector was made on, from 1, and how many there
   * were: places of the same characters, whatever surrounds them. Null in files from before this was counted.
   */
  occurrence: z
    .strictObject({ number: z.int().min(1), of: z.int().min(1) })
    .refine(({ number, of }) => number <= of, { error: 'a place is one of those that there are' })
    .nullable(),
  position: z
    .strictObject({ start: z.int().min(0), end: z.int().min(1) })
    .refine(({ start, end }) => start < end, { error: 'a selector is never empty' }),
};

/**
 * How a passage finds its text: a W3C TextQuoteSelector and TextPositionSelector (Web Annotation Data Model).
 * Positions are 0-based, end excluded, in Unicode code points of the canonical text. `exact` is verbatim.
 */
export const selectorSchema = z.strictObject({
  quote: z.strictObject({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  ...placeShape,
});
export type Selector = z.infer<typeof selectorSchema>;

/** A range of the canonical text in memory: UTF-16 code units, end excluded. Never written to a file. */
export const textRangeSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, { error: 'a range is never empty' });
export type TextRange = z.infer<typeof textRangeSchema>;

/** Whether two ranges share a character. */
export const isOverlapping = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
