import { z } from 'zod';
import { acceptedTextSchema, articleStateSchema } from '../article/annotations.ts';
import { bibliographySchema } from '../article/bibliography.ts';
import { bodySchema } from '../article/body.ts';
import { textEncodings } from '../article/text-encodings.ts';
import { commandIds } from '../command/command-table.ts';
import { eventDatesSchema } from '../dates/event-date.ts';
import { exactPartial } from '../exact-partial.ts';
import {
  articleIdSchema,
  draftIdSchema,
  memoIdSchema,
  passageIdSchema,
  searchIdSchema,
  sourceIdSchema,
  tagIdSchema,
  taskIdSchema,
} from '../ids.ts';
import {
  memoHeadSchema,
  memoSchema,
  memoStateSchema,
  memoTemplateSchema,
  paperSchema,
} from '../memo/memo.ts';
import { findingSchema, statedReasonSchema } from '../memo/stated-reason.ts';
import { labelSchema } from '../passage/label.ts';
import { basisSchema, mannerSchema, relationTypeSchema } from '../passage/passage.ts';
import { textRangeSchema } from '../passage/selector.ts';
import { richTextSchema } from '../rich-text.ts';
import { articleFilterSchema, articleOrderSchema, passageFilterSchema } from '../search/filters.ts';
import { savedSearchSchema } from '../search/saved-search.ts';
import { sourceKindSchema, sourceSchema } from '../source/source.ts';
import { tagNameSchema, tagSchema } from '../tag/tag.ts';
import { taskPlaceSchema, taskSchema } from '../task/task.ts';
import { gradeSchema, ungraded } from '../tradecraft/grade.ts';
import { markingSchema } from '../tradecraft/marking.ts';
import { reliabilitySchema } from '../tradecraft/reliability.ts';
import { bulkChangeSchema } from './bulk-change.ts';
import { passageTableQuerySchema } from './passage-table.ts';
import { recordPlaceSchema } from './record-place.ts';
import { settingsSchema } from './settings.ts';

const nothing = z.strictObject({});
const onArticle = z.strictObject({ articleId: articleIdSchema });
const onPassage = z.strictObject({ articleId: articleIdSchema, passageId: passageIdSchema });
const relation = onPassage.extend({ type: relationTypeSchema, other: onPassage });
const confirmedBecause = z.string().min(1).max(2000).nullable();
const inTrash = z.strictObject({
  holds: z.enum(['article', 'memo', 'passage', 'tag', 'source', 'task']),
  id: z.uuid(),
});
const onTag = z.strictObject({ tagId: tagIdSchema });
const onSource = z.strictObject({ sourceId: sourceIdSchema });
const onMemo = z.strictObject({ memoId: memoIdSchema });
const onDraft = z.strictObject({ draftId: draftIdSchema });
const onTask = z.strictObject({ place: taskPlaceSchema, taskId: taskIdSchema });

/** Saves of one visit to a text field share an edit id: together they are one step of undo. */
const editId = z.string().min(1).max(64);
const note = richTextSchema.nullable();
const newTask = taskSchema.pick({ title: true, kind: true, due: true, owner: true });
const pdfOptions = z.strictObject({ paper: paperSchema, glyphs: z.enum(['refuse', 'code-point']) });

/** The encoding in which a file is to be read; found where none is named. */
const encoding = z.enum(textEncodings).optional();

/** As many as an archive may hold: a whole selection is one act. */
const passageIds = z.array(passageIdSchema).min(1).max(1_000_000);

/** What each request may carry; the dispatcher refuses anything else before a handler sees it. */
export const inputSchemas = {
  'app:state': nothing,
  'app:ready-to-close': nothing,
  'app:stay-open': nothing,
  'app:show-commands': z.strictObject({ enabled: z.array(z.enum(commandIds)) }),
  'app:open-link': z.strictObject({ href: z.string().max(4096) }),
  'app:copy': z.strictObject({ text: z.string().max(1_000_000) }),
  'settings:change': exactPartial(settingsSchema),
  'archive:take-lock': nothing,
  'archive:see-outside': nothing,
  'undo:undo': nothing,
  'undo:redo': nothing,

  'import:choose': nothing,
  'import:drop': z.strictObject({ paths: z.array(z.string().min(1)).min(1).max(10_000), encoding }),
  'import:clipboard': nothing,
  'import:reread': onArticle,
  'import:new-version': onArticle.extend({ encoding }),
  'import:set-encoding': onDraft.extend({ encoding: z.enum(textEncodings) }),
  'import:cancel': nothing,
  'import:seal': onDraft.extend({
    body: bodySchema,
    bibliography: bibliographySchema,
    marking: markingSchema.nullable(),
  }),
  'import:discard': onDraft,
  'import:drafts': nothing,

  'article:list': z.strictObject({ filter: articleFilterSchema, order: articleOrderSchema }),
  'article:open': onArticle,
  'article:annotations': onArticle,
  'article:duplicates': onArticle,
  'article:compare': onArticle.extend({ otherId: articleIdSchema }),
  'article:correct': onArticle.extend({ corrections: exactPartial(bibliographySchema) }),
  'article:set-state': onArticle.extend({ state: articleStateSchema }),
  'article:set-note': onArticle.extend({ note, editId }),
  'article:set-tags': onArticle.extend({ tagIds: z.array(tagIdSchema) }),
  'article:set-publication': onArticle.extend({ publicationId: sourceIdSchema.nullable() }),
  'article:set-marking': onArticle.extend({ marking: markingSchema.nullable() }),
  'article:set-event-dates': onArticle.extend({ eventDates: eventDatesSchema }),
  'article:keep-place': onArticle.extend({ readingOffset: z.int().min(0) }),
  'article:restore-text': onArticle,
  'article:accept-text': onArticle.extend({ reason: acceptedTextSchema.shape.reason }),
  'article:delete': onArticle,

  'passage:list': z.strictObject({
    filter: passageFilterSchema,
    /** All where it is left out. */
    limit: z.int().min(1).optional(),
    articleIds: z.array(articleIdSchema).optional(),
  }),
  'passage:table': passageTableQuerySchema,
  'passage:rows': z.strictObject({ passageIds: z.array(passageIdSchema).max(1000) }),
  'passage:selection': z.strictObject({ passageIds }),
  'passage:add': onArticle.extend({
    ranges: z.array(textRangeSchema).min(1),
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
  'passage:relabel': onPassage.extend({ label: labelSchema }),
  'passage:resize': onPassage.extend({ ranges: z.array(textRangeSchema).min(1) }),
  'passage:split': onPassage.extend({ at: z.int().min(0) }),
  'passage:duplicate': onPassage,
  'passage:repeat': onPassage.extend({
    tagIds: z.array(tagIdSchema),
    sourceId: sourceIdSchema.nullable(),
  }),
  'passage:set-tags': onPassage.extend({ tagIds: z.array(tagIdSchema) }),
  'passage:set-source': onPassage.extend({ sourceId: sourceIdSchema.nullable() }),
  'passage:set-grade': onPassage.extend({
    grade: gradeSchema,
    confirmedBecause: confirmedBecause.default(null),
  }),
  'passage:set-manner': onPassage.extend({ manner: mannerSchema.nullable(), basis: basisSchema.nullable() }),
  'passage:set-note': onPassage.extend({ note, editId }),
  'passage:relate': relation,
  'passage:unrelate': relation,
  'passage:related': onPassage,
  'passage:relation-counts': onArticle,
  'passage:delete': onPassage,

  'bulk:change-passages': z.strictObject({ passageIds, change: bulkChangeSchema }),
  'bulk:cancel': nothing,

  'needs:list': nothing,
  'needs:take': onPassage.extend({ ranges: z.array(textRangeSchema).min(1) }),
  'needs:keep-orphan': onPassage,
  'needs:see-repair': z.strictObject({ file: z.string().min(1).max(500) }),
  'needs:confirm': z.strictObject({ passages: z.array(onPassage).min(1).max(10_000) }),

  'tag:list': nothing,
  'tag:ensure': z.strictObject({ path: z.array(tagNameSchema).min(1).max(12) }),
  'tag:rename': onTag.extend({ name: tagNameSchema }),
  'tag:move': onTag.extend({ parentId: tagIdSchema.nullable() }),
  'tag:define': onTag.extend(tagSchema.pick({ definition: true, aliases: true }).shape),
  'tag:merge': onTag.extend({ intoId: tagIdSchema }),
  'tag:delete': onTag,

  'source:list': nothing,
  'source:open': onSource,
  'source:ensure': z.strictObject({
    name: sourceSchema.shape.name,
    kind: sourceKindSchema,
    parentId: sourceIdSchema.nullable(),
    /** What it stands below, from the top down, where that is said by name. */
    above: z
      .array(sourceSchema.pick({ name: true, kind: true }))
      .max(12)
      .optional(),
  }),
  'source:change': onSource.extend(
    exactPartial(
      sourceSchema.pick({ name: true, kind: true, parentId: true, aliases: true, descriptor: true }),
    ).shape,
  ),
  'source:set-reliability': onSource.extend({
    reliability: reliabilitySchema.nullable(),
    why: z.string().max(2000),
  }),
  'source:merge': onSource.extend({ intoId: sourceIdSchema }),
  'source:delete': onSource,

  'task:list': z.strictObject({ isOpenOnly: z.boolean() }),
  'task:add': z.strictObject({ place: taskPlaceSchema, task: newTask }),
  'task:change': onTask.extend({
    change: exactPartial(taskSchema.pick({ title: true, kind: true, state: true, due: true, owner: true })),
  }),
  'task:delete': onTask,

  'search:recent': z.strictObject({
    places: z.array(recordPlaceSchema).max(200),
    limit: z.int().min(1).max(50),
  }),
  'search:find': z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(200) }),
  'search:list': nothing,
  'search:save': savedSearchSchema.pick({ name: true, filter: true }),
  'search:delete': z.strictObject({ searchId: searchIdSchema }),
  'counts:get': nothing,
  'archive:faults': nothing,

  'memo:list': nothing,
  'memo:create': z.strictObject({
    title: memoHeadSchema.shape.title,
    template: memoTemplateSchema,
    marking: markingSchema.nullable(),
    /** Whose passages are laid into the new memo as evidence. */
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('nothing') }),
      z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
      z.strictObject({ kind: z.literal('tag'), tagId: tagIdSchema }),
      z.strictObject({ kind: z.literal('passages'), passageIds: z.array(passageIdSchema).min(1) }),
    ]),
  }),
  'memo:open': onMemo,
  'memo:save': onMemo.extend({
    ...exactPartial(memoSchema.pick({ head: true, content: true, printedTaskIds: true })).shape,
    editId,
  }),
  'memo:set-state': onMemo.extend({ state: memoStateSchema }),
  /** Null takes the reason back. */
  'memo:state-reason': onMemo.extend({
    finding: findingSchema,
    reason: statedReasonSchema.shape.reason.nullable(),
  }),
  'memo:cite': onPassage,
  'memo:cite-passages': onMemo.extend({ passageIds: z.array(passageIdSchema).min(1).max(1000) }),
  'memo:check': onMemo,
  'memo:preview': onMemo.extend({ options: pdfOptions }),
  'memo:export': onMemo.extend({ options: pdfOptions }),
  'memo:reveal': onMemo,
  'memo:delete': onMemo,

  'trash:list': nothing,
  'trash:look': inTrash,
  'trash:restore': inTrash,
  'trash:past-term': nothing,
  'trash:purge': nothing,
  'trash:empty': nothing,
  'sample:remove': nothing,
} as const;
