import { z } from 'zod';
import { concernedIdsSchema } from '../concerned/concerned.ts';
import { articleIdSchema, type PassageId, passageIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';
import { richTextSchema } from '../rich-text.ts';
import { type Selector, selectorSchema } from '../text/selector.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { gradeSchema, ungraded } from '../tradecraft/grade.ts';
import { writerNameSchema } from '../written-by.ts';
import { carriedFromSchema } from './carried.ts';
import { labelIdSchema } from './label.ts';
import {
  type AnySelector,
  isRegion,
  nameRegion,
  type RegionSelector,
  regionSelectorSchema,
  sayKindOfRegion,
} from './region/region-selector.ts';

/** How it was said. */
export const manners = ['direct', 'paraphrase', 'own-reporting', 'unattributed'] as const;
export const mannerSchema = z.enum(manners);
export type Manner = z.infer<typeof mannerSchema>;

/** On what terms it was said. */
export const bases = ['on-record', 'background', 'unnamed'] as const;
export const basisSchema = z.enum(bases);
export type Basis = z.infer<typeof basisSchema>;

/** The relation of a passage to another. The last two state whether they are of one origin, whatever Precis finds. */
export const relationTypes = [
  'supports',
  'contradicts',
  'repeats',
  'supersedes',
  'same-origin',
  'independent',
] as const;
export const relationTypeSchema = z.enum(relationTypes);
export type RelationType = z.infer<typeof relationTypeSchema>;
const relationSchema = z.strictObject({
  type: relationTypeSchema,
  articleId: articleIdSchema,
  passageId: passageIdSchema,
});

/**
 * The maximum length of the analyst's description of a region, in characters; it is also a figure's alternative
 * text.
 */
export const MAX_DESCRIPTION = 500;
export const descriptionSchema = z.string().trim().max(MAX_DESCRIPTION);

/** So long the post of a speaker is at most: a role, and of what. */
export const postSchema = z.string().trim().max(420);

/**
 * A highlighted range of an article, or a region of one of its pictures or of a page of its original, with
 * everything the analyst has recorded about it.
 */
export const passageSchema = z.strictObject({
  id: passageIdSchema,
  /** An interrupted quotation is one passage of several selectors; a region has one, and quotes nothing. */
  selectors: z.union([z.array(selectorSchema).min(1), z.tuple([regionSelectorSchema])]),
  /**
   * What a region shows, in the words of the analyst; empty where not described yet. Absent where words are
   * quoted.
   */
  description: descriptionSchema.exactOptional(),
  label: labelIdSchema,
  tagIds: z.array(tagIdSchema),
  /** The speaker, who makes the statement. The publication is the article's own source. */
  sourceId: sourceIdSchema.nullable(),
  /**
   * The speaker's post at the time: "Minister of Trade, Harbour Ministry". Entered by the analyst alone; empty or
   * absent for none.
   */
  post: postSchema.exactOptional(),
  /** What it is about: set by the analyst alone. */
  concernedIds: concernedIdsSchema,
  grade: gradeSchema,
  /** Why credibility 1 is given without a supporting passage of another origin. */
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

/** A new passage with `said` as its only data. */
export const newPassage = (
  said: Pick<Passage, 'selectors' | 'label'> & Partial<Omit<Passage, 'id'>>,
  { id, at }: { readonly id: PassageId; readonly at: Timestamp },
): Passage => ({
  id,
  tagIds: [],
  sourceId: null,
  concernedIds: [],
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

/** What a passage points to: words that it quotes, or a region of a picture or a page. */
export type PassageTarget =
  | { readonly kind: 'words'; readonly selectors: readonly Selector[] }
  | { readonly kind: 'region'; readonly selector: RegionSelector };

const isOfWords = (selectors: readonly AnySelector[]): selectors is readonly Selector[] =>
  !selectors.some(isRegion);

/** What a passage points at. */
export const targetOf = ({ selectors }: Pick<Passage, 'selectors'>): PassageTarget =>
  isOfWords(selectors) ? { kind: 'words', selectors } : { kind: 'region', selector: selectors[0] };

/** The region that a passage is; null where it quotes words. */
export const regionOf = (passage: Pick<Passage, 'selectors'>): RegionSelector | null => {
  const target = targetOf(passage);
  return target.kind === 'region' ? target.selector : null;
};

/** The verbatim quotes of a passage, one for each of its parts; none of a region. */
export const quotesOf = (passage: Pick<Passage, 'selectors'>): readonly string[] => {
  const target = targetOf(passage);
  return target.kind === 'region' ? [] : target.selectors.map(({ quote }) => quote.exact);
};

/** The quotation of a passage as read, see joinQuotes; empty of a region, which quotes nothing. */
export const passageQuote = (passage: Pick<Passage, 'selectors'>): string => joinQuotes(quotesOf(passage));

type PassageWording = Pick<Passage, 'selectors' | 'description'>;

/** The text shown for a region without a description. */
export const notDescribed = (region: RegionSelector): string => `${sayKindOfRegion(region)}, not described`;

/**
 * The words that represent a passage in lists: its quotation as read (see joinQuotes), or the analyst's
 * description of a region, which is not a quotation.
 */
export const passageWords = (passage: PassageWording): string => {
  const region = regionOf(passage);
  return region === null ? passageQuote(passage) : passage.description || notDescribed(region);
};

/**
 * The input of a citation's hash: the quotation as read, or the name of a region (see nameRegion), whatever its
 * description. It changes only where different evidence is meant.
 */
export const passageEvidence = (passage: Pick<Passage, 'selectors'>): string => {
  const region = regionOf(passage);
  return region === null ? passageQuote(passage) : nameRegion(region);
};
