/** Requests on sources, and their rows in lists. */
import { z } from 'zod';
import { MAX_CONCERNED } from '../concerned/concerned.ts';
import { exactPartial } from '../exact-partial.ts';
import { type MemoId, newSourceIdSchema, type SourceId, sourceIdSchema } from '../ids.ts';
import type { MemoState } from '../memo/memo.ts';
import { SEARCH_LIMIT } from '../search/saved-search.ts';
import { type Source, type SourceKind, sourceKindSchema, sourceSchema } from '../source/source.ts';
import type { Timestamp } from '../time.ts';
import { type Reliability, reliabilitySchema } from '../tradecraft/reliability.ts';
import { type Ensured, manyPassageIds, nothing } from './inputs.ts';
import { defineRequest, edit, everythingTouched, indexQuery, query, type } from './request.ts';

export type SourceRef = {
  readonly id: SourceId;
  readonly name: string;
  readonly reliability: Reliability | null;
};

export type SourceRow = {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly parentId: SourceId | null;
  readonly aliases: readonly string[];
  /** The ids of those that were merged into it, which it replaces everywhere. */
  readonly mergedIds: readonly SourceId[];
  readonly reliability: Reliability | null;
  /** Passages that the filter by this source finds: it, or one below it, speaks or is the publication. */
  readonly passageCount: number;
  readonly articleCount: number;
  /** Passages about it, or about one below it. */
  readonly aboutCount: number;
  readonly lastUsedAt: Timestamp | null;
};

/** A memo that cites what a source or one below it says or publishes, or what is said about it. */
export type MemoOnSource = {
  readonly id: MemoId;
  readonly title: string;
  readonly referenceNumber: string;
  readonly state: MemoState;
  /** Of passages that it says or publishes. */
  readonly citationCount: number;
  /** Of passages about it. */
  readonly aboutCount: number;
  /** For a sent memo the letters of the source at that time, if it has another today. */
  readonly lettersThen: readonly Reliability[];
  readonly updatedAt: Timestamp;
};

const onSource = z.strictObject({ sourceId: sourceIdSchema });
const onIt = ({ sourceId }: z.infer<typeof onSource>) => [sourceId];
const ofSource = { on: ['sourceId'] } as const;

export const sourceList = defineRequest(
  'source:list',
  indexQuery({
    input: nothing,
    output: type<readonly SourceRow[]>(),
    topics: ['sources', 'passages', 'articles'],
    isSought: false,
    says: 'All sources by name, with how often each speaks or prints.',
  }),
);

export const sourceOpen = defineRequest(
  'source:open',
  query({
    input: onSource,
    output: type<Source>(),
    topics: ['sources'],
    says: 'One source, with the history of its reliability.',
  }),
);

export const sourceMemos = defineRequest(
  'source:memos',
  indexQuery({
    /** `text`: a search; only those that cite what it finds of the source. */
    input: onSource.extend({ text: z.string().max(SEARCH_LIMIT) }),
    output: type<readonly MemoOnSource[]>(),
    topics: ['memos', 'passages', 'articles', 'sources', 'tags', 'labels'],
    isSought: ({ text }) => text.trim() !== '',
    says: 'The memos that cite what the source says, or what is said about it; or one below it.',
  }),
);

export const sourceEnsure = defineRequest(
  'source:ensure',
  edit({
    input: z.strictObject({
      /** The id of the source, if it has to be created. */
      sourceId: newSourceIdSchema,
      name: sourceSchema.shape.name,
      kind: sourceKindSchema,
      parentId: sourceIdSchema.nullable(),
      /** Its ancestors, from the root down, if given by name. */
      above: z
        .array(sourceSchema.pick({ name: true, kind: true }))
        .max(12)
        .optional(),
    }),
    output: type<Ensured<Source>>(),
    touches: ({ sourceId, parentId }) => [sourceId, parentId],
    supersedes: 'nothing',
    makes: 'sourceId',
    says: 'The source of that name or alias, made where it is missing.',
  }),
);

export const sourceChange = defineRequest(
  'source:change',
  edit({
    input: onSource.extend(
      exactPartial(
        sourceSchema.pick({
          name: true,
          kind: true,
          parentId: true,
          aliases: true,
          descriptor: true,
          positions: true,
        }),
      ).shape,
    ),
    output: type<Source>(),
    touches: ({ sourceId, parentId = null }) => [sourceId, parentId],
    supersedes: ofSource,
    says: 'Changes the fields of the source that are given.',
  }),
);

export const sourceSetReliability = defineRequest(
  'source:set-reliability',
  edit({
    input: onSource.extend({ reliability: reliabilitySchema.nullable(), why: z.string().max(2000) }),
    output: type<Source>(),
    touches: onIt,
    supersedes: ofSource,
    says: 'Rates the source from now on; never rewrites a graded passage.',
  }),
);

export const sourceUngraded = defineRequest(
  'source:ungraded',
  query({
    input: onSource,
    output: type<{ readonly count: number }>(),
    topics: ['passages', 'articles', 'sources'],
    says: 'How many passages without a grade would take their letter from the source.',
  }),
);

export const bulkRateSource = defineRequest(
  'bulk:rate-source',
  edit({
    input: onSource.extend({ reliability: reliabilitySchema, why: z.string().max(2000) }),
    output: type<{ readonly changed: number }>(),
    touches: everythingTouched,
    supersedes: 'nothing',
    says: 'Rates the source, and gives the letter to its passages without a grade, all or nothing: one step of undo.',
  }),
);

export const bulkTakeNames = defineRequest(
  'bulk:take-names',
  edit({
    input: onSource.extend({
      /** As spelled in the text. */
      spellings: z.array(sourceSchema.shape.name).max(MAX_CONCERNED),
      passageIds: manyPassageIds,
    }),
    output: type<{ readonly changed: number }>(),
    touches: ({ sourceId, passageIds }) => [sourceId, ...passageIds],
    supersedes: 'nothing',
    says: 'Says that passages are about the source, and keeps spellings as its names, all or nothing: one step of undo.',
  }),
);

export const sourceMerge = defineRequest(
  'source:merge',
  edit({
    input: onSource.extend({ intoId: sourceIdSchema }),
    output: type<Source>(),
    touches: ({ sourceId, intoId }) => [sourceId, intoId],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Merges the source into another, which is then meant wherever it stood.',
  }),
);

export const sourceDelete = defineRequest(
  'source:delete',
  edit({
    input: onSource,
    output: type<null>(),
    touches: onIt,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves the source to the trash.',
  }),
);

export const sourceRequests = [
  sourceList,
  sourceOpen,
  sourceMemos,
  sourceEnsure,
  sourceChange,
  sourceSetReliability,
  sourceUngraded,
  bulkRateSource,
  bulkTakeNames,
  sourceMerge,
  sourceDelete,
] as const;
