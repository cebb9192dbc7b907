/** Queries on the passages that a search finds: one for each chart. */
import { z } from 'zod';

export const binUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type BinUnit = (typeof binUnits)[number];

const tagLevel = z.enum(['top', 'all']);
export type TagLevel = z.infer<typeof tagLevel>;

/** Which date of an article counts for its passages. */
export type TimeBy = 'event' | 'publication';

export const chartQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('base') }),
  z.strictObject({
    kind: z.literal('time'),
    /** Null: by event, or by publication if no article found has an event date. */
    by: z.enum(['event', 'publication']).nullable(),
    /** Null: the finest in which the bars have room. */
    unit: z.enum(binUnits).nullable(),
  }),
  z.strictObject({ kind: z.literal('gaps') }),
  z.strictObject({ kind: z.literal('sources'), rows: z.enum(['origin', 'kind', 'reliability']) }),
  z.strictObject({ kind: z.literal('age') }),
  z.strictObject({ kind: z.literal('tags'), level: tagLevel }),
  z.strictObject({ kind: z.literal('tag-origins'), level: tagLevel }),
  z.strictObject({ kind: z.literal('articles') }),
  z.strictObject({ kind: z.literal('contradictions') }),
]);
export type ChartQuestion = z.infer<typeof chartQuestionSchema>;
export type ChartId = ChartQuestion['kind'];
/** The charts that are tables of counts. */
export type TableId = Exclude<ChartId, 'base' | 'contradictions'>;
