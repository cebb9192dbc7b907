import { z } from 'zod';
import { formIdSchema, memoIdSchema, taskIdSchema } from '../ids.ts';
import { calendarDateSchema, timestampSchema } from '../time.ts';
import { lexiconSchema } from '../tradecraft/likelihood.ts';
import { markingSchema } from '../tradecraft/marking.ts';
import { writerNameSchema } from '../written-by.ts';
import { builtInFormIds } from './form/built-in-form-ids.ts';
import { memoContentSchema } from './memo-content.ts';
import { sendingSchema } from './sent/sending.ts';
import { statedReasonSchema } from './stated-reason.ts';

/** `superseded`: a newer memo was sent to replace it; `withdrawn`: a memo was sent that withdraws it. */
export const memoStates = ['draft', 'in-review', 'sent', 'superseded', 'withdrawn'] as const;
export const memoStateSchema = z.enum(memoStates);
export type MemoState = z.infer<typeof memoStateSchema>;

/**
 * The relation of a memo to the one that it supersedes: newer knowledge, a correction, or its withdrawal. Only an
 * original supersedes none.
 */
export const memoKinds = ['original', 'update', 'correction', 'withdrawal'] as const;
export const memoKindSchema = z.enum(memoKinds);
export type MemoKind = z.infer<typeof memoKindSchema>;

/**
 * The form in which a memo was begun: the name of one that Precis comes with, or the id of one of the archive's own.
 */
export const memoTemplateSchema = z.union([z.enum(builtInFormIds), formIdSchema]);
export type MemoTemplate = z.infer<typeof memoTemplateSchema>;

export const papers = ['a4', 'letter'] as const;
export const paperSchema = z.enum(papers);
export type Paper = z.infer<typeof paperSchema>;
/** Each by the name that a person reads. */
export const paperNames = { a4: 'A4', letter: 'Letter' } as const satisfies Record<Paper, string>;

/** From a day to a day. */
export const periodSchema = z.strictObject({ from: calendarDateSchema, to: calendarDateSchema });
export type Period = z.infer<typeof periodSchema>;

/** The head of a memo. Empty strings are lines that are not filled in yet. */
export const memoHeadSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  /** e.g. PM-2024-017; unique within the archive. */
  referenceNumber: z.string().trim().min(1).max(60),
  for: z.string(),
  from: z.string(),
  /** The information cut-off: a day, or an instant where the hour matters. */
  asOf: z.union([calendarDateSchema, timestampSchema]),
  /** The period that it covers, both days included; absent where it covers none in particular. */
  period: periodSchema.exactOptional(),
  marking: markingSchema.nullable(),
  /** Additional restrictions of the source; printed beside the marking. */
  restrictions: z.string(),
  /** BCP 47. */
  language: z.string().min(2).max(35),
  lexicon: lexiconSchema,
  /** Whether its paragraphs are numbered 1, 2, 3 throughout the memo; absent where they are not. */
  numbersParagraphs: z.boolean().optional(),
});
export type MemoHead = z.infer<typeof memoHeadSchema>;

/** A briefing document. */
export const memoSchema = z.strictObject({
  id: memoIdSchema,
  head: memoHeadSchema,
  template: memoTemplateSchema,
  state: memoStateSchema,
  content: memoContentSchema,
  /** The tasks that are printed; each is ticked one by one. */
  printedTaskIds: z.array(taskIdSchema),
  /** Why findings of the checks are left as they are, in ascending order of rule and place. */
  statedReasons: z.array(statedReasonSchema),
  kind: memoKindSchema,
  supersedesId: memoIdSchema.nullable(),
  /** Null as long as it is not sent, and for what was sent before Precis asked to whom. */
  sending: sendingSchema.nullable(),
  isSample: z.boolean(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type Memo = z.infer<typeof memoSchema>;
