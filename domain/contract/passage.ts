/** Requests on passages, one and many. */
import { z } from 'zod';
import { articleIdSchema, passageIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';
import { labelSchema } from '../passage/label.ts';
import { basisSchema, mannerSchema, type Passage, relationTypeSchema } from '../passage/passage.ts';
import { textRangeSchema } from '../passage/selector.ts';
import { passageFilterSchema } from '../search/filters.ts';
import { gradeSchema, ungraded } from '../tradecraft/grade.ts';
import { bulkChangeSchema } from './bulk-change.ts';
import { editId, manyPassageIds, newTask, note, nothing, onArticle, onPassage } from './inputs.ts';
import { type PassageSelection, type PassageTable, passageTableQuerySchema } from './passage-table.ts';
import { edit, query, type } from './request.ts';
import type { PassageRow, RelatedPassages, RelationCount } from './rows.ts';

const rowTopics = ['passages', 'articles', 'sources', 'tasks', 'memos', 'tags'] as const;

const questions = {
  'passage:list': query({
    input: z.strictObject({
      filter: passageFilterSchema,
      /** All where it is left out. */
      limit: z.int().min(1).optional(),
      articleIds: z.array(articleIdSchema).optional(),
    }),
    output: type<{ readonly rows: readonly PassageRow[]; readonly count: number }>(),
    topics: rowTopics,
    says: 'The first passages of a filter, and how many there are.',
  }),
  'passage:table': query({
    input: passageTableQuerySchema,
    output: type<PassageTable>(),
    topics: rowTopics,
    says: 'Which passages stand in the table and in which order; their rows are asked for as they come into sight.',
  }),
  'passage:rows': query({
    input: z.strictObject({ passageIds: z.array(passageIdSchema).max(1000) }),
    output: type<readonly PassageRow[]>(),
    topics: rowTopics,
    says: 'The rows of those that are there, in the order of the ids.',
  }),
  'passage:selection': query({
    input: z.strictObject({ passageIds: manyPassageIds }),
    output: type<PassageSelection>(),
    topics: ['passages', 'articles', 'tags'],
    says: 'What the chosen passages have in common.',
  }),
  'passage:related': query({
    input: onPassage,
    output: type<RelatedPassages | null>(),
    topics: rowTopics,
    says: 'What is linked to the passage, and what may be worth linking; null where it is not there (yet, or any more).',
  }),
  'passage:relation-counts': query({
    input: onArticle,
    output: type<readonly RelationCount[]>(),
    topics: ['passages', 'articles'],
    says: 'Of the passages of an article, those that are linked to any.',
  }),
};

const confirmedBecause = z.string().min(1).max(2000).nullable();
const ranges = z.array(textRangeSchema).min(1);
const ofPassage = { on: ['articleId', 'passageId'] } as const;

/** Edits that make a passage, take one away, or change where it stands. */
const placing = {
  'passage:add': edit({
    input: onArticle.extend({
      ranges,
      label: labelSchema,
      tagIds: z.array(tagIdSchema).default([]),
      sourceId: sourceIdSchema.nullable().default(null),
      grade: gradeSchema.default(ungraded),
      confirmedBecause: confirmedBecause.optional(),
      manner: mannerSchema.nullable().default(null),
      basis: basisSchema.nullable().default(null),
      note: note.default(null),
      tasks: z.array(newTask).default([]),
    }),
    output: type<Passage>(),
    supersedes: 'nothing',
    says: 'Highlights words of a text as one passage, with its follow-ups.',
  }),
  'passage:resize': edit({
    input: onPassage.extend({ ranges }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Gives the passage other words of the text.',
  }),
  'passage:split': edit({
    input: onPassage.extend({ at: z.int().min(0) }),
    output: type<{ readonly first: Passage; readonly second: Passage }>(),
    supersedes: 'nothing',
    says: 'Splits the passage in two at an offset of the canonical text; the first keeps the id.',
  }),
  'passage:duplicate': edit({
    input: onPassage,
    output: type<Passage>(),
    supersedes: 'nothing',
    says: 'Makes a second passage on the same words, to carry a second label.',
  }),
  'passage:delete': edit({
    input: onPassage,
    output: type<null>(),
    supersedes: 'nothing',
    says: 'Moves the passage and the follow-ups on it to the trash.',
  }),
};

/** Edits of what the analyst says of a passage. */
const annotating = {
  'passage:relabel': edit({
    input: onPassage.extend({ label: labelSchema }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets what the passage is to the analyst.',
  }),
  'passage:repeat': edit({
    input: onPassage.extend({ tagIds: z.array(tagIdSchema), sourceId: sourceIdSchema.nullable() }),
    output: type<Passage>(),
    supersedes: 'nothing',
    says: 'Adds tags and sets the speaker, together one step; a speaker of null leaves it as it is, what is gone is left out.',
  }),
  'passage:set-tags': edit({
    input: onPassage.extend({ tagIds: z.array(tagIdSchema) }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets all tags of the passage in place of those before.',
  }),
  'passage:set-source': edit({
    input: onPassage.extend({ sourceId: sourceIdSchema.nullable() }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets who says it.',
  }),
  'passage:set-grade': edit({
    input: onPassage.extend({ grade: gradeSchema, confirmedBecause: confirmedBecause.default(null) }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets both axes of the grade, with the reason where nothing else confirms it.',
  }),
  'passage:set-manner': edit({
    input: onPassage.extend({ manner: mannerSchema.nullable(), basis: basisSchema.nullable() }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets how it was said, and on what terms.',
  }),
  'passage:set-note': edit({
    input: onPassage.extend({ note, editId }),
    output: type<Passage>(),
    supersedes: ofPassage,
    says: 'Sets the note on the passage.',
  }),
};

const relation = onPassage.extend({ type: relationTypeSchema, other: onPassage });

const relating = {
  'passage:relate': edit({
    input: relation,
    output: type<Passage>(),
    supersedes: 'nothing',
    says: 'Says of the passage that it supports, contradicts, repeats or supersedes the other.',
  }),
  'passage:unrelate': edit({
    input: relation,
    output: type<Passage>(),
    supersedes: 'nothing',
    says: 'Takes back what was said of the passage and the other.',
  }),
};

const changingMany = {
  'bulk:change-passages': edit({
    input: z.strictObject({ passageIds: manyPassageIds, change: bulkChangeSchema }),
    output: type<{ readonly changed: number }>(),
    supersedes: 'nothing',
    says: 'Does one act on many passages, all or nothing: one step of undo; answers how many it changed.',
  }),
  'bulk:cancel': edit({
    input: nothing,
    output: type<null>(),
    supersedes: 'nothing',
    says: 'Ends the act on many passages that is under way; what it wrote is put back.',
  }),
};

export const passageRequests = {
  ...questions,
  ...placing,
  ...annotating,
  ...relating,
  ...changingMany,
} as const;
