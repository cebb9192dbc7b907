/**
 * The structure of the table of passages: which passages it contains and in which order. The rows themselves are
 * requested as they come into view.
 */
import { z } from 'zod';
import type { PassageId, TagId } from '../ids.ts';
import { passageFilterSchema } from '../search/filters.ts';
import { passageGroupingSchema, passageSortSchema } from '../search/passage-order.ts';

export const passageTableQuerySchema = z.strictObject({
  filter: passageFilterSchema,
  sort: passageSortSchema,
  grouping: passageGroupingSchema,
});
export type PassageTableQuery = z.infer<typeof passageTableQuerySchema>;

/** A section of the table. A passage may be in several: in one for each of its tags. */
export type PassageGroup = {
  readonly id: string;
  /** Null for passages in no section: without a tag, without a speaker. */
  readonly title: string | null;
  /** In the order of the table. */
  readonly passageIds: readonly PassageId[];
};

export type PassageTable = {
  /** How many passages match, each counted once. */
  readonly count: number;
  /** How many of them have a digit. */
  readonly gradedCount: number;
  /** One without title if nothing is grouped; none if nothing matches. */
  readonly groups: readonly PassageGroup[];
};

/** A tag of several records, with how many of them carry it. */
export type CarriedTag = { readonly tagId: TagId; readonly count: number };

/** What several passages have in common. */
export type PassageSelection = {
  /** Those of the asked that are there. */
  readonly count: number;
  readonly articleCount: number;
  /** Those that most carry first. */
  readonly tags: readonly CarriedTag[];
};
