/** Requests on passages, one and many, and their rows in lists. */
import { z } from 'zod';
import type { ArticleVersion } from '../article/article.ts';
import { concernedIdsSchema } from '../concerned/concerned.ts';
import {
  type ArticleId,
  articleIdSchema,
  type MemoId,
  newPassageIdSchema,
  newTaskIdSchema,
  type PassageId,
  passageIdSchema,
  sourceIdSchema,
  type TagId,
  tagIdSchema,
} from '../ids.ts';
import type { CarriedFrom, PassageState } from '../passage/carried.ts';
import {
  passageEditSchema,
  passageEdits,
  recordsNamedBy,
  settingEdits,
} from '../passage/edit/passage-edit.ts';
import { type LabelId, labelIdSchema } from '../passage/label.ts';
import {
  type Basis,
  basisSchema,
  type Manner,
  mannerSchema,
  type Passage,
  type RelationType,
  relationTypeSchema,
} from '../passage/passage.ts';
import type { PictureRegion } from '../passage/region/picture-region.ts';
import type { RelationDirection } from '../passage/word-relation.ts';
import { passageFilterSchema } from '../search/filters.ts';
import type { SameOrigin } from '../source/compare-origins.ts';
import type { Traces } from '../source/traces.ts';
import { textRangeSchema } from '../text/selector.ts';
import type { StatedDate, Timestamp } from '../time.ts';
import { type Grade, gradeSchema, ungraded } from '../tradecraft/grade.ts';
import { bulkChangeSchema } from './bulk-change.ts';
import { editId, manyPassageIds, newTask, note, nothing, onArticle, onPassage } from './inputs.ts';
import { passageRegionRequests } from './passage-region.ts';
import { type PassageSelection, type PassageTable, passageTableQuerySchema } from './passage-table.ts';
import { defineRequest, edit, indexQuery, transientEdit, type } from './request.ts';
import type { SourceRef } from './source.ts';

/** A relation as it is seen from a passage. */
export type RelationRef = {
  readonly type: RelationType;
  readonly direction: RelationDirection;
  /** The other passage. */
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
};

export type PassageRow = {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  /** The words that represent it, see passageWords: verbatim, or the analyst's description of a region. */
  readonly quote: string;
  /** The pixels of the region; null if it quotes words. */
  readonly region: PictureRegion | null;
  /** As it is printed in a line, a quote with its marks: see printPassage. */
  readonly printed: string;
  readonly label: LabelId;
  readonly tagIds: readonly TagId[];
  readonly speaker: SourceRef | null;
  /** Whom and what it is about. */
  readonly concerned: readonly SourceRef[];
  readonly publication: SourceRef | null;
  /**
   * See namedOrigins: the organisation at the top of the speaker's branch, else the publications that carry the text.
   */
  readonly origins: readonly SourceRef[];
  /** The one text that its article carries: the first article imported with it, perhaps its own. */
  readonly textId: ArticleId;
  /** Whether its origins are those of its speaker. */
  readonly isSpoken: boolean;
  /** What it shows of a common origin with others: see compare-origins.ts. */
  readonly traces: Traces;
  readonly grade: Grade;
  readonly manner: Manner | null;
  readonly basis: Basis | null;
  /** The speaker's post at the time; empty if none is recorded. */
  readonly post: string;
  readonly note: string;
  readonly paragraph: number | null;
  /** The page on which it begins, as a citation names it; null if its text has no pages. */
  readonly page: string | null;
  readonly publishedAt: StatedDate | null;
  readonly createdAt: Timestamp;
  /** Both its own relations to live passages and their relations to it. */
  readonly relations: readonly RelationRef[];
  readonly relationCount: number;
  readonly openTaskCount: number;
  readonly citedIn: readonly MemoId[];
  /** Whether its words are in the text of its article. */
  readonly state: PassageState;
  /** The passage of another version that it was carried over from. */
  readonly carriedFrom: Pick<CarriedFrom, 'articleId' | 'passageId'> | null;
  /** The version of its article that contains this reading; null for a passage with one reading. */
  readonly version: ArticleVersion | null;
  /** All its readings, the newest first: a carried passage is one passage. Empty if there is only one. */
  readonly readings: readonly ReadingRef[];
};

/** A passage as one version of its article has it. */
export type ReadingRef = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly version: ArticleVersion | null;
  /** See printPassage. */
  readonly printed: string;
};

/** A passage related to another. Passages of one origin do not confirm each other. */
export type RelatedRow = {
  readonly row: PassageRow;
  /** Why they are of one origin; null if that is not known. */
  readonly sameOrigin: SameOrigin | null;
};

export type LinkedRow = RelatedRow & {
  readonly type: RelationType;
  /** Seen from the passage that was asked about. */
  readonly direction: RelationDirection;
};

/** How many relations a passage has, in both directions, and how many of them are contradictions. */
export type RelationCount = {
  readonly passageId: PassageId;
  readonly count: number;
  readonly contradictions: number;
};

/** The passages related to a passage. Each list but the first ends at RELATED_LIMIT. */
export type RelatedPassages = {
  readonly row: PassageRow;
  readonly linked: readonly LinkedRow[];
  readonly sameSpeaker: readonly RelatedRow[];
  /** Those that share most tags first. */
  readonly sameTags: readonly RelatedRow[];
  /** Those that share most of its rare words first. */
  readonly similar: readonly RelatedRow[];
  /** Whether a passage of another origin supports it: what "confirmed" needs. */
  readonly isConfirmed: boolean;
};

/** How many passages a list of possible relations has at most. */
export const RELATED_LIMIT = 50;

const rowTopics = ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'] as const;

export const passageList = defineRequest(
  'passage:list',
  indexQuery({
    input: z.strictObject({
      filter: passageFilterSchema,
      /** All by default. */
      limit: z.int().min(1).optional(),
      articleIds: z.array(articleIdSchema).optional(),
    }),
    output: type<{ readonly rows: readonly PassageRow[]; readonly count: number }>(),
    topics: rowTopics,
    isSought: ({ filter }) => filter.text !== undefined,
    says: 'The first passages of a filter, and how many there are.',
  }),
);

export const passageTable = defineRequest(
  'passage:table',
  indexQuery({
    input: passageTableQuerySchema,
    output: type<PassageTable>(),
    topics: rowTopics,
    isSought: ({ filter }) => filter.text !== undefined,
    says: 'Which passages stand in the table and in which order; their rows are asked for as they come into sight.',
  }),
);

export const passageRows = defineRequest(
  'passage:rows',
  indexQuery({
    input: z.strictObject({ passageIds: z.array(passageIdSchema).max(1000).readonly() }),
    output: type<readonly PassageRow[]>(),
    topics: rowTopics,
    isSought: false,
    says: 'The rows of those that are there, in the order of the ids.',
  }),
);

export const passageSelection = defineRequest(
  'passage:selection',
  indexQuery({
    input: z.strictObject({ passageIds: manyPassageIds }),
    output: type<PassageSelection>(),
    topics: ['passages', 'articles', 'tags'],
    isSought: false,
    says: 'What the selected passages have in common.',
  }),
);

export const passageRelated = defineRequest(
  'passage:related',
  indexQuery({
    input: onPassage,
    output: type<RelatedPassages | null>(),
    topics: rowTopics,
    isSought: false,
    says: 'What is linked to the passage, and what may be worth linking; null where it is not there (yet, or any more).',
  }),
);

export const passageRelationCounts = defineRequest(
  'passage:relation-counts',
  indexQuery({
    input: onArticle,
    output: type<readonly RelationCount[]>(),
    topics: ['passages', 'articles'],
    isSought: false,
    says: 'Of the passages of an article, those that are linked to any.',
  }),
);

const questions = [
  passageList,
  passageTable,
  passageRows,
  passageSelection,
  passageRelated,
  passageRelationCounts,
] as const;

export const passageAdd = defineRequest(
  'passage:add',
  edit({
    input: onArticle.extend({
      passageId: newPassageIdSchema,
      ranges: z.array(textRangeSchema).min(1),
      label: labelIdSchema,
      tagIds: z.array(tagIdSchema).default([]),
      sourceId: sourceIdSchema.nullable().default(null),
      concernedIds: concernedIdsSchema.default([]),
      grade: gradeSchema.default(ungraded),
      confirmedBecause: passageEdits.grade.shape.confirmedBecause.optional(),
      manner: mannerSchema.nullable().default(null),
      basis: basisSchema.nullable().default(null),
      note: note.default(null),
      tasks: z.array(newTask.extend({ id: newTaskIdSchema })).default([]),
    }),
    output: type<Passage>(),
    touches: ({ passageId, tagIds, sourceId, concernedIds }) => [
      passageId,
      ...tagIds,
      sourceId,
      ...concernedIds,
    ],
    supersedes: 'nothing',
    makes: 'passageId',
    says: 'Highlights words of a text as one passage, with its tasks.',
  }),
);

export const passageSplit = defineRequest(
  'passage:split',
  edit({
    input: onPassage.extend({ at: z.int().min(0), secondId: newPassageIdSchema }),
    output: type<{ readonly first: Passage; readonly second: Passage }>(),
    touches: ({ passageId, secondId }) => [passageId, secondId],
    supersedes: 'nothing',
    makes: 'secondId',
    says: 'Splits the passage in two at an offset of the canonical text; the first keeps the id.',
  }),
);

export const passageDuplicate = defineRequest(
  'passage:duplicate',
  edit({
    input: onPassage.extend({ duplicateId: newPassageIdSchema }),
    output: type<Passage>(),
    touches: ({ passageId, duplicateId }) => [passageId, duplicateId],
    supersedes: 'nothing',
    makes: 'duplicateId',
    says: 'Makes a second passage on the same words, to carry a second label.',
  }),
);

/** Edits that make a passage. The caller chooses its id, so that a repeated request does not make it twice. */
const making = [passageAdd, passageSplit, passageDuplicate] as const;

export const passageEdit = defineRequest(
  'passage:edit',
  edit({
    input: onPassage.extend({ edit: passageEditSchema, editId: editId.optional() }),
    output: type<Passage>(),
    touches: ({ passageId, edit: said }) => [passageId, ...recordsNamedBy(said)],
    supersedes: {
      on: ['articleId', 'passageId'],
      by: ({ edit: { kind } }) => (settingEdits.has(kind) ? kind : null),
    },
    takesAway: ({ edit: { kind } }) => kind === 'delete',
    says: 'Changes what is said of the passage, or where it stands.',
  }),
);

const editing = [passageEdit] as const;

const relation = onPassage.extend({ type: relationTypeSchema, other: onPassage });
const ofBoth = ({ passageId, other }: z.infer<typeof relation>) => [passageId, other.passageId];

export const passageRelate = defineRequest(
  'passage:relate',
  edit({
    input: relation,
    output: type<Passage>(),
    touches: ofBoth,
    supersedes: 'nothing',
    says: 'Says of the passage that it supports, contradicts, repeats or supersedes the other.',
  }),
);

export const passageUnrelate = defineRequest(
  'passage:unrelate',
  edit({
    /** `unconfirms`: even if it is the only support for credibility 1 of the passage. */
    input: relation.extend({ unconfirms: z.boolean().optional() }),
    output: type<Passage>(),
    touches: ofBoth,
    supersedes: 'nothing',
    says: 'Removes what was said of the passage and the other.',
  }),
);

const relating = [passageRelate, passageUnrelate] as const;

export const bulkChangePassages = defineRequest(
  'bulk:change-passages',
  edit({
    input: z.strictObject({ passageIds: manyPassageIds, change: bulkChangeSchema }),
    output: type<{ readonly changed: number }>(),
    touches: ({ passageIds, change }) => [
      ...passageIds,
      ...(change.kind === 'task' ? [] : recordsNamedBy(change)),
    ],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Does one act on many passages, all or nothing: one step of undo; answers how many it changed.',
  }),
);

export const bulkCancel = defineRequest(
  'bulk:cancel',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Ends the act on many passages that is under way; what it wrote is rolled back.',
  }),
);

const changingMany = [bulkChangePassages, bulkCancel] as const;

export const passageRequests = [
  ...questions,
  ...making,
  ...passageRegionRequests,
  ...editing,
  ...relating,
  ...changingMany,
] as const;

/**
 * The origins of a passage that neither its speaker's name nor its publication's shows: an organisation above the
 * speaker, or other publications that carry the same text. Passages of one origin do not confirm each other.
 */
export const originsNamedApart = ({
  origins,
  speaker,
  publication,
}: Pick<PassageRow, 'origins' | 'speaker' | 'publication'>): readonly SourceRef[] =>
  origins.filter(({ id }) => id !== speaker?.id && id !== publication?.id);
