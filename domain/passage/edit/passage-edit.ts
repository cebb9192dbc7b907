/**
 * All edits of an existing passage, as one union, and the passage that results from each. The window shows an edit
 * by these rules before it is written, and the use cases write it by the same rules: each rule exists once.
 */
import { z } from 'zod';
import type { TextBlockSpan } from '../../article/body/canonical-text.ts';
import { changeConcernedIds, concernedIdsSchema, type LiveSourceId } from '../../concerned/concerned.ts';
import { type PassageId, type SourceId, sourceIdSchema, tagIdSchema } from '../../ids.ts';
import { err, ok, type Result } from '../../result.ts';
import { type RichText, richTextFromPlain, richTextSchema } from '../../rich-text.ts';
import {
  changeTagIds,
  type LiveTagId,
  liveTagIdsOf,
  setTagIds,
  type UnknownTag,
} from '../../tag/set-tag-ids.ts';
import { type TextRange, textRangeSchema } from '../../text/selector.ts';
import type { Timestamp } from '../../time.ts';
import { gradeAsWished, gradeWishSchema } from '../../tradecraft/grade-wish.ts';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { anchorPassage } from '../anchor/anchor-passage.ts';
import { settledInText } from '../carried.ts';
import { labelIdSchema } from '../label.ts';
import { basisSchema, type Manner, mannerSchema, type Passage, postSchema, regionOf } from '../passage.ts';
import { regionEdits, regionRules } from '../region/region-edits.ts';
import { describeRanges, inTextOrder, type PassageText, type RangeRefusal } from './describe-ranges.ts';
import { mannerOfAll } from './manner-of.ts';

export const passageEdits = {
  /** What the passage is to the analyst. */
  label: z.strictObject({ kind: z.literal('label'), label: labelIdSchema }),
  /** Replaces all tags. Tags in the trash that the passage carried stay on it, unseen. */
  tags: z.strictObject({ kind: z.literal('tags'), tagIds: z.array(tagIdSchema) }),
  /** Adds and removes tags; tags in neither list stay. */
  tag: z.strictObject({ kind: z.literal('tag'), add: z.array(tagIdSchema), remove: z.array(tagIdSchema) }),
  /** Sets the speaker. The grade does not change: its letter is that of the day of grading. */
  source: z.strictObject({ kind: z.literal('source'), sourceId: sourceIdSchema.nullable() }),
  /**
   * Sets both axes of the grade; the letter is stored as it is now, whatever happens to the source later.
   * "Confirmed" needs a supporting passage of another origin or a reason. Where the digit stays the same, so does
   * its reason.
   */
  grade: z.strictObject({
    kind: z.literal('grade'),
    grade: gradeWishSchema,
    confirmedBecause: z.string().min(1).max(2000).nullable(),
  }),
  /** How it was said, and on what terms. */
  manner: z.strictObject({
    kind: z.literal('manner'),
    manner: mannerSchema.nullable(),
    basis: basisSchema.nullable(),
  }),
  /** The speaker's post at the time of the statement; empty for none. It is removed together with the speaker. */
  post: z.strictObject({ kind: z.literal('post'), post: postSchema }),
  /** Adds and removes concerned entities; those in neither list stay. */
  concerned: z.strictObject({
    kind: z.literal('concerned'),
    add: concernedIdsSchema,
    remove: concernedIdsSchema,
  }),
  note: z.strictObject({ kind: z.literal('note'), note: richTextSchema.nullable() }),
  /** Goes below what the note says already. */
  'append-note': z.strictObject({
    kind: z.literal('append-note'),
    text: z.string().trim().min(1).max(10_000),
  }),
  /**
   * Repeats on this passage what was set on another, in one edit: adds the tags and sets the speaker, unless it is
   * null. Tags or sources deleted in the meantime are skipped.
   */
  repeat: z.strictObject({
    kind: z.literal('repeat'),
    tagIds: z.array(tagIdSchema),
    sourceId: sourceIdSchema.nullable(),
  }),
  /**
   * Moves the boundaries to the ranges (UTF-16 of the canonical text). This settles a passage that was carried
   * over: the analyst has decided where it is. If its manner was derived from the quotation marks, it is derived
   * again.
   */
  resize: z.strictObject({ kind: z.literal('resize'), ranges: z.array(textRangeSchema).min(1) }),
  ...regionEdits,
  /** Makes a tombstone of it. */
  delete: z.strictObject({ kind: z.literal('delete') }),
} as const;

export const passageEditSchema = z.discriminatedUnion('kind', [
  passageEdits.label,
  passageEdits.tags,
  passageEdits.tag,
  passageEdits.source,
  passageEdits.grade,
  passageEdits.manner,
  passageEdits.post,
  passageEdits.concerned,
  passageEdits.note,
  passageEdits['append-note'],
  passageEdits.repeat,
  passageEdits.resize,
  passageEdits.describe,
  passageEdits.reframe,
  passageEdits['reframe-page'],
  passageEdits.delete,
]);
export type PassageEdit = z.infer<typeof passageEditSchema>;
export type PassageEditName = PassageEdit['kind'];
type EditOf<Name extends PassageEditName> = Extract<PassageEdit, { kind: Name }>;

/** What each edit is called as a step of undo: a StepName, see domain/archive/step-words.ts for the words. */
export const passageEditSteps = {
  label: 'relabel-passage',
  tags: 'tag-passage',
  tag: 'tag-passage',
  source: 'source-passage',
  grade: 'grade-passage',
  manner: 'manner-passage',
  post: 'post-passage',
  concerned: 'concern-passage',
  note: 'note-passage',
  'append-note': 'note-passage',
  repeat: 'repeat-passage',
  resize: 'resize-passage',
  describe: 'describe-passage',
  reframe: 'resize-passage',
  'reframe-page': 'resize-passage',
  delete: 'delete-passage',
} as const satisfies Record<PassageEditName, string>;

/** Edits that set an absolute value: a later one replaces an earlier one. */
export const settingEdits: ReadonlySet<PassageEditName> = new Set<PassageEditName>([
  'label',
  'tags',
  'source',
  'grade',
  'manner',
  'post',
  'note',
  'resize',
  'describe',
  'reframe',
  'reframe-page',
]);

/** The ids of the tags and sources that an edit names: they have to be there before it. */
export const recordsNamedBy = (edit: PassageEdit): readonly (string | null)[] => {
  switch (edit.kind) {
    case 'tags':
      return edit.tagIds;
    case 'tag':
    case 'concerned':
      return [...edit.add, ...edit.remove];
    case 'repeat':
      return [...edit.tagIds, edit.sourceId];
    case 'source':
      return [edit.sourceId];
    case 'label':
    case 'grade':
    case 'manner':
    case 'post':
    case 'note':
    case 'append-note':
    case 'resize':
    case 'describe':
    case 'reframe':
    case 'reframe-page':
    case 'delete':
      return [];
  }
};

/** What an edit is judged by. */
export type PassageEditContext = {
  readonly at: Timestamp;
  readonly liveTagId: LiveTagId;
  readonly liveSourceId: LiveSourceId;
  /** The current letter of the passage's source. */
  readonly offeredLetter: (passage: Passage) => Reliability | null;
  /** Whether a passage of another origin supports it. */
  readonly isConfirmed: (id: PassageId) => boolean;
  /** The text of the passage's article; null where it is not available, and then nothing is resized. */
  readonly text: PassageText | null;
};

/** The context for callers that cannot see the records an edit refers to: those records are assumed to exist. */
export const assumedContext = (at: Timestamp, text: PassageText | null = null): PassageEditContext => ({
  at,
  text,
  liveTagId: (id) => id,
  liveSourceId: (id) => id,
  offeredLetter: () => null,
  isConfirmed: () => true,
});

export type PassageRefusal =
  | UnknownTag
  | { readonly code: 'not-found'; readonly what: 'source'; readonly id: SourceId }
  | { readonly code: 'not-confirmed' }
  | RangeRefusal;

type Change = Result<Partial<Passage>, PassageRefusal>;

/** The speaker of a passage. A post was that of the speaker before. */
const spokenBy = (passage: Passage, sourceId: SourceId | null): Partial<Passage> =>
  passage.post === undefined || sourceId === passage.sourceId ? { sourceId } : { sourceId, post: '' };

const setSource = (
  passage: Passage,
  { sourceId }: EditOf<'source'>,
  { liveSourceId }: PassageEditContext,
): Change => {
  if (sourceId === null) return ok(spokenBy(passage, sourceId));
  const live = liveSourceId(sourceId);
  return live === null
    ? err({ code: 'not-found', what: 'source', id: sourceId })
    : ok(spokenBy(passage, live));
};

/** Whether "confirmed" is requested without a reason: then a passage of another origin has to support it. */
export const lacksReason = ({
  grade,
  confirmedBecause,
}: Pick<EditOf<'grade'>, 'grade' | 'confirmedBecause'>): boolean =>
  grade.credibility === 1 && confirmedBecause === null;

const setGrade = (passage: Passage, edit: EditOf<'grade'>, context: PassageEditContext): Change => {
  if (lacksReason(edit) && !context.isConfirmed(passage.id)) return err({ code: 'not-confirmed' });
  const grade = gradeAsWished(passage.grade, edit.grade, context.offeredLetter(passage));
  const why = edit.grade.credibility === 'own' ? passage.confirmedBecause : edit.confirmedBecause;
  return ok({ grade, confirmedBecause: grade.credibility === 1 ? why : null });
};

const appendToNote = (before: RichText | null, text: string): RichText | null => {
  const added = richTextFromPlain(text);
  if (before === null || added === null) return before ?? added;
  return { ...before, content: [...before.content, ...added.content] };
};

const repeat = (
  passage: Passage,
  { tagIds, sourceId }: EditOf<'repeat'>,
  { liveTagId, liveSourceId }: PassageEditContext,
): Change => {
  const there = liveTagIdsOf(liveTagId, tagIds);
  const tags = setTagIds(liveTagId, [...passage.tagIds, ...there], passage.tagIds);
  if (!tags.ok) return tags;
  const speaker = sourceId === null ? null : liveSourceId(sourceId);
  return ok({ tagIds: tags.value, ...spokenBy(passage, speaker ?? passage.sourceId) });
};

/**
 * The manner of a passage that was moved from `before` to `after` (UTF-16). If the old manner equals what the
 * quotation marks show for the old ranges, it is derived again for the new ones, so that words outside the marks
 * are not called direct. A manner that differs from the marks was set by the analyst, and stays.
 */
const mannerAfterMove = (
  spans: readonly TextBlockSpan[],
  manner: Manner | null,
  { before, after }: { readonly before: readonly TextRange[]; readonly after: readonly TextRange[] },
): Manner | null => (manner === mannerOfAll(spans, before) ? mannerOfAll(spans, after) : manner);

const resize = (
  { selectors, manner, carriedFrom }: Passage,
  { ranges }: EditOf<'resize'>,
  { text }: PassageEditContext,
): Change => {
  if (regionOf({ selectors }) !== null)
    return err({ code: 'ranges-not-of-text', problem: 'the passage is a region' });
  if (text === null) throw new Error('a passage is resized without its text');
  const described = describeRanges(text, ranges);
  if (!described.ok) return described;
  const moved = { before: anchorPassage(text.index, selectors).ranges, after: inTextOrder(ranges) };
  return ok({
    selectors: described.value.selectors,
    manner: mannerAfterMove(text.spans, manner, moved),
    carriedFrom: settledInText(carriedFrom),
  });
};

const changeConcerned = (
  { concernedIds }: Passage,
  edit: EditOf<'concerned'>,
  { liveSourceId }: PassageEditContext,
): Change => {
  const changed = changeConcernedIds(liveSourceId, concernedIds, edit);
  return changed.ok
    ? ok({ concernedIds: changed.value })
    : err({ code: 'not-found', what: 'source', id: changed.error });
};

const rules: {
  readonly [Name in PassageEditName]: (
    passage: Passage,
    edit: EditOf<Name>,
    context: PassageEditContext,
  ) => Change;
} = {
  label: (_, { label }) => ok({ label }),
  tags: ({ tagIds: before }, { tagIds }, { liveTagId }) => {
    const tags = setTagIds(liveTagId, tagIds, before);
    return tags.ok ? ok({ tagIds: tags.value }) : tags;
  },
  tag: ({ tagIds }, edit, { liveTagId }) => {
    const tags = changeTagIds(liveTagId, tagIds, edit);
    return tags.ok ? ok({ tagIds: tags.value }) : tags;
  },
  source: setSource,
  grade: setGrade,
  manner: (_, { manner, basis }) => ok({ manner, basis }),
  post: (_, { post }) => ok({ post }),
  concerned: changeConcerned,
  note: (_, { note }) => ok({ note }),
  'append-note': ({ note }, { text }) => ok({ note: appendToNote(note, text) }),
  repeat,
  resize,
  ...regionRules,
  delete: (_, __, { at }) => ok({ deletedAt: at }),
};

/** The passage after the edit, or why it is refused. */
export const applyPassageEdit = <Name extends PassageEditName>(
  passage: Passage,
  edit: EditOf<Name>,
  context: PassageEditContext,
): Result<Passage, PassageRefusal> => {
  // The rule of an edit's name takes that edit: the types can't follow that through the table.
  const rule = rules[edit.kind] as (typeof rules)[Name];
  const change = rule(passage, edit, context);
  return change.ok ? ok({ ...passage, ...change.value, updatedAt: context.at }) : change;
};
