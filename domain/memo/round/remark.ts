/**
 * A remark: what a reviewer or a colleague notes about a place in a memo (a comment), or would change there (a
 * suggestion). It changes nothing until it is accepted.
 */
import { z } from 'zod';
import { memoIdSchema, remarkIdSchema, roundIdSchema } from '../../ids.ts';
import { timestampSchema } from '../../time.ts';
import { writerNameSchema } from '../../written-by.ts';
import { writtenFields } from './written-blocks.ts';

/** So many UTF-16 units of the words at a place, and of those before and after them, are kept. */
export const MAX_PLACE_WORDS = 64;
/** Of one comment, of the words that a suggestion brings, and of the reason for a decision. */
export const MAX_REMARK_LENGTH = 20_000;
/** Of one memo: remarks of a file beyond this number are reported as not read. */
export const MAX_REMARKS = 20_000;

const words = z.string().max(MAX_PLACE_WORDS);

/**
 * The place of a remark in the memo as it is WRITTEN: that of the round's snapshot (`snapshot.written.content`),
 * or, for a remark made in the window, the memo as it was then.
 */
export const remarkPlaceSchema = z.strictObject({
  /** The index of the block with words of its own, from 0 in reading order: see written-blocks.ts. */
  block: z.int().nonnegative(),
  field: z.enum(writtenFields),
  /**
   * UTF-16 units of that text, in which each citation, footnote and line break counts as one (U+FFFC). A start
   * equal to the end is between two letters.
   */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The words there and beside them, as selectors of passages have them. */
  exact: words,
  prefix: words,
  suffix: words,
});
export type RemarkPlace = z.infer<typeof remarkPlaceSchema>;

const saidSchema = z.string().max(MAX_REMARK_LENGTH);

const shared = {
  id: remarkIdSchema,
  memoId: memoIdSchema,
  /** Null of what was said in the window. */
  roundId: roundIdSchema.nullable(),
  /**
   * Null where the file refers to no place, or to one that the memo does not have; `context` then has the words
   * that were there.
   */
  place: remarkPlaceSchema.nullable(),
  /** The words of the file around it where it has no place; empty where it has one. */
  context: saidSchema,
  /** Who has said it, as the file has it or, in the window, as Settings had it; empty where nobody is named. */
  writer: z.string().max(200),
  /** When it was said, as the file has it; null where it does not say. */
  saidAt: timestampSchema.nullable(),
  /** Why it was decided so; empty where nothing was said. */
  reason: saidSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
};

const commentStates = ['open', 'done', 'declined'] as const;
const commentSchema = z.strictObject({
  kind: z.literal('comment'),
  ...shared,
  /** Plain words, a line feed between two paragraphs. */
  text: saidSchema,
  /** The comment that it answers: the first of its thread. A reply has the place of that. */
  repliesTo: remarkIdSchema.nullable(),
  state: z.enum(commentStates),
});
export type Comment = z.infer<typeof commentSchema>;

const changeSchema = z.discriminatedUnion('kind', [
  /** Other words at the place: none takes those away, at a place between two letters they are put in. */
  z.strictObject({ kind: z.literal('words'), text: saidSchema }),
  z.strictObject({ kind: z.literal('format'), mark: z.enum(['bold', 'italic']), isOn: z.boolean() }),
  /** One or more paragraphs, a line feed between two, after the block or before it. */
  z.strictObject({ kind: z.literal('insert-block'), text: saidSchema, isBefore: z.boolean() }),
  z.strictObject({ kind: z.literal('remove-block') }),
  /** With the block after it. */
  z.strictObject({ kind: z.literal('join') }),
  /** Into two, at the start of the place. */
  z.strictObject({ kind: z.literal('split') }),
  /** To after that block; to the beginning of the memo where it is -1. */
  z.strictObject({ kind: z.literal('move'), after: z.int().min(-1) }),
]);
export type SuggestedChange = z.infer<typeof changeSchema>;

/** What a suggestion may not alter. */
const refusalReasons = [
  'quotation',
  'citation',
  'grade',
  'figure',
  'marking',
  /** A footnote is changed by hand. */
  'note',
  /** What Precis prints itself. */
  'printed',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

const suggestionStates = ['open', 'taken', 'declined', 'refused'] as const;
const suggestionSchema = z.strictObject({
  kind: z.literal('suggestion'),
  ...shared,
  /** Whether the file tracked it; else it was found by comparing the file with what went out. */
  isTracked: z.boolean(),
  change: changeSchema,
  /** Why it can't be taken, and the words that stay; null where it can. */
  refusal: z.strictObject({ why: z.enum(refusalReasons), words: saidSchema }).nullable(),
  state: z.enum(suggestionStates),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const remarkSchema = z.discriminatedUnion('kind', [commentSchema, suggestionSchema]);
export type Remark = z.infer<typeof remarkSchema>;
