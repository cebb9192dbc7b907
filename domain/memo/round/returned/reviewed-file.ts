/**
 * A Word document as the sandboxed page has read it: its paragraphs with their bookmarks, all words that are in
 * them or were there before a tracked change, and its comments. Plain text and numbers: nothing else of Word is
 * passed on.
 */
import { z } from 'zod';
import { MAX_REMARK_LENGTH, MAX_REMARKS } from '../remark.ts';

/** Represents an object that is not a letter: a footnote, a picture. */
export const THING = '\uFFFC';

const name = z.string().max(200);

/** A tracked change: its author, its time where the file has one (ISO 8601, as written there), and its move. */
const revisionSchema = z.strictObject({
  by: name,
  at: z.string().max(40),
  move: name.nullable(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** The place of a revision in `revisions`. */
const revision = z.int().nonnegative();
const look = { isBold: z.boolean(), isItalic: z.boolean() };

const pieceSchema = z.strictObject({
  text: z.string(),
  ...look,
  /** For locked text the name of the lock: Quotation, Citation, Marking. */
  lock: name.nullable(),
  inserted: revision.nullable(),
  deleted: revision.nullable(),
  /** How it looked before a tracked change of its format. */
  before: z.strictObject({ ...look, by: revision }).nullable(),
});
export type Piece = z.infer<typeof pieceSchema>;

const paragraphSchema = z.strictObject({
  part: z.enum(['body', 'note', 'header', 'footer']),
  /** The names that Precis gave paragraphs, of those that begin here. */
  names: z.array(name).max(100),
  style: name,
  pieces: z.array(pieceSchema),
  /** Whether its end was put in or taken out. */
  inserted: revision.nullable(),
  deleted: revision.nullable(),
});
export type ReviewedParagraph = z.infer<typeof paragraphSchema>;

/** A paragraph of the file that went out: nobody has changed anything in it. */
export const sentParagraphSchema = paragraphSchema.omit({ inserted: true, deleted: true }).extend({
  pieces: z.array(pieceSchema.omit({ inserted: true, deleted: true, before: true })),
});
export type SentParagraph = z.infer<typeof sentParagraphSchema>;

/** Whether it appears on every page: in a header or a footer. */
export const isFurniture = ({ part }: Pick<ReviewedParagraph, 'part'>): boolean =>
  part === 'header' || part === 'footer';

export const asSent = (paragraphs: readonly ReviewedParagraph[]): SentParagraph[] =>
  paragraphs.map(({ part, names, style, pieces }) => ({
    part,
    names,
    style,
    pieces: pieces.map(({ text, isBold, isItalic, lock }) => ({ text, isBold, isItalic, lock })),
  }));

const unchanged = { inserted: null, deleted: null };

export const asReviewed = (paragraphs: readonly SentParagraph[]): readonly ReviewedParagraph[] =>
  paragraphs.map(({ pieces, ...paragraph }) => ({
    ...paragraph,
    ...unchanged,
    pieces: pieces.map((piece) => ({ ...piece, ...unchanged, before: null })),
  }));

const offset = z.int().nonnegative();
const reviewedCommentSchema = z.strictObject({
  by: name,
  at: z.string().max(40),
  text: z.string().max(MAX_REMARK_LENGTH),
  /** The place in `comments` of the first of its thread. */
  repliesTo: offset.nullable(),
  isDone: z.boolean(),
  /** UTF-16 units of all words of the paragraph, those that were taken out too; null where no text refers to it. */
  place: z.strictObject({ paragraph: offset, start: offset, end: offset }).nullable(),
});
export type ReviewedComment = z.infer<typeof reviewedCommentSchema>;

/** More paragraphs than any memo has. */
const MAX_PARAGRAPHS = 200_000;

export const reviewedFileSchema = z.strictObject({
  /** The file's manifest, as text; null where it has none. */
  manifest: z.string().nullable(),
  title: z.string().max(1000),
  /** Who has saved it last; empty where the file does not say. */
  savedBy: name,
  revisions: z.array(revisionSchema),
  paragraphs: z.array(paragraphSchema).max(MAX_PARAGRAPHS),
  comments: z.array(reviewedCommentSchema).max(MAX_REMARKS),
});
export type ReviewedFile = Omit<
  z.infer<typeof reviewedFileSchema>,
  'revisions' | 'paragraphs' | 'comments'
> & {
  readonly revisions: readonly Revision[];
  readonly paragraphs: readonly ReviewedParagraph[];
  readonly comments: readonly ReviewedComment[];
};
