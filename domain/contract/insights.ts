/** Requests of Insights: counts of the passages that a search finds, and exports of them. */
import { z } from 'zod';
import { type BinUnit, chartQuestionSchema, type TableId, type TimeBy } from '../insights/chart-question.ts';
import type { ContradictionGraph } from '../insights/contradictions.ts';
import type { InsightTable } from '../insights/insight-table.ts';
import { nothing } from './inputs.ts';
import { defineRequest, indexQuery, transientEdit, type } from './request.ts';

/** What all charts are about. */
export type InsightBase = {
  readonly passages: number;
  readonly articles: number;
  /** Independent ones: those that meet in one organisation or carry one text are one. */
  readonly origins: number;
  /** The origin on which most passages rest; null if none is known. */
  readonly largest: { readonly name: string; readonly count: number } | null;
};

export type ChartAnswer =
  | { readonly kind: 'base'; readonly base: InsightBase }
  | { readonly kind: 'time'; readonly table: InsightTable; readonly unit: BinUnit; readonly by: TimeBy }
  | { readonly kind: Exclude<TableId, 'time'>; readonly table: InsightTable }
  | { readonly kind: 'contradictions'; readonly graph: ContradictionGraph };

/** A file of a chart that was written. */
export type ExportedChart = { readonly fileName: string; readonly bytes: number };

/** In bytes: a picture of a large window at twice its size has far less. */
const MOST_BYTES = 64_000_000;

export const insightsChart = defineRequest(
  'insights:chart',
  indexQuery({
    input: z.strictObject({ text: z.string().max(2000), chart: chartQuestionSchema }),
    output: type<ChartAnswer>(),
    topics: ['passages', 'articles', 'tags', 'sources', 'tasks', 'memos'],
    isSought: true,
    says: 'The passages that a search finds, counted for one chart; a later question for the same chart overtakes it.',
  }),
);

export const insightsExport = defineRequest(
  'insights:export',
  transientEdit({
    input: z.strictObject({
      /** Its ending is `csv`, `svg` or `png`. */
      fileName: z.string().min(1).max(255),
      /** Whether a file of that name gives way. */
      replaces: z.boolean(),
      content: z.union([z.string().max(MOST_BYTES), z.instanceof(Uint8Array)]),
    }),
    output: type<ExportedChart>(),
    says: 'Writes a chart to the folder of exports, as the window has drawn it, or its table.',
  }),
);

export const insightsRevealExport = defineRequest(
  'insights:reveal-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: "Shows the last exported chart in the system's file manager.",
  }),
);

export const insightsDragExport = defineRequest(
  'insights:drag-export',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Gives the last exported chart to the drag that has begun.',
  }),
);

export const insightRequests = [
  insightsChart,
  insightsExport,
  insightsRevealExport,
  insightsDragExport,
] as const;
