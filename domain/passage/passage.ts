import { z } from 'zod';
import { articleIdSchema, type PassageId, passageIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';
import { richTextSchema } from '../rich-text.ts';
import { selectorSchema } from '../text/selector.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { gradeSchema, ungraded } from '../tradecraft/grade.ts';
import { writerNameSchema } from '../written-by.ts';
import { carriedFromSchema } from './carried.ts';
import { labelSchema } from './label.ts';

/** How it was said. */
export const manners = ['direct', 'paraphrase', 'own-reporting', 'unattributed'] as const;
export const mannerSchema = z.enum(manners);
export type Manner = z.infer<typeof mannerSchema>;

/** On what terms it was said. */
export const bases = ['on-record', 'background', 'unnamed'] as const;
export const basisSchema = z.enum(bases);
export type Basis = z.infer<typeof basisSchema>;

export const relationTypes = ['supports', 'contradicts', 'repeats', 'supersedes'] as const;
export const relationTypeSchema = z.enum(relationTypes);
export type RelationType = z.infer<typeof relationTypeSchema>;
const relationSchema = z.strictObject({
  type: relationTypeSchema,
  articleId: articleIdSchema,
  passageId: passageIdSchema,
});

/** A highlighted range of an article, and what the analyst says of it. */
export const passageSchema = z.strictObject({
  id: passageIdSchema,
  /** An interrupted quotation is one passage of several selectors. */
  selectors: z.array(selectorSchema).min(1),
  label: labelSchema,
  tagIds: z.array(tagIdSchema),
  /** The speaker: who says so. The publication is the article's own source. */
  sourceId: sourceIdSchema.nullable(),
  grade: gradeSchema,
  /** Why credibility 1 stands without a supporting passage of another origin. */
  confirmedBecause: z.string().min(1).nullable(),
  manner: mannerSchema.nullable(),
  basis: basisSchema.nullable(),
  note: richTextSchema.nullable(),
  relations: z.array(relationSchema),
  /** Of a passage that was carried over from another version of the article. */
  carriedFrom: carriedFromSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  /** A tombstone: a deleted passage stays in place until it is purged. */
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type Passage = z.infer<typeof passageSchema>;

/** A passage of which nothing is said but `said`. */
export const newPassage = (
  said: Pick<Passage, 'selectors' | 'label'> & Partial<Omit<Passage, 'id'>>,
  { id, at }: { readonly id: PassageId; readonly at: Timestamp },
): Passage => ({
  id,
  tagIds: [],
  sourceId: null,
  grade: ungraded,
  confirmedBecause: null,
  manner: null,
  basis: null,
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...said,
});

/** Quotes as one text to read, joined by " … " where they were interrupted. */
export const joinQuotes = (quotes: readonly string[]): string => quotes.join(' … ');

/** The text of a passage as read: see joinQuotes. */
export const passageQuote = (passage: Passage): string =>
  joinQuotes(passage.selectors.map(({ quote }) => quote.exact));
