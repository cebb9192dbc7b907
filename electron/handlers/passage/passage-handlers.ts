import { err, ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { liveSourceId, liveTagIds, stillThere } from '../shared/live-references.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { changePassage } from './change-passage.ts';
import { deletionOf } from './delete-passage.ts';
import { describeRanges } from './describe-ranges.ts';
import { createDuplicating } from './duplicate-passage.ts';
import { gradeOf, isConfirmed, lacksReason } from './grading.ts';
import { newPassage } from './new-passage.ts';
import { createRelating } from './relate-passages.ts';
import { createResizing } from './resize-passage.ts';
import { createSplitting } from './split-passage.ts';

type PassageHandlers = HandlersOn<'passage'>;

type Adding = Pick<PassageHandlers, 'passage:add'>;

const createAdding = ({ archive, machine }: HandlerDeps): Adding => ({
  /**
   * Highlights `ranges` (UTF-16 of the canonical text; stored in code points) as one passage, with its follow-ups,
   * in one step. Overlaps with other passages are allowed. Where no manner is given and all of it stands between
   * quotation marks it is 'direct'. Fails `range-not-on-grapheme`, or `invalid-input` for ranges that leave the
   * text or overlap each other, `not-found` for a tag or source that is gone, or `not-confirmed` for credibility 1
   * without a reason: a new passage has nothing yet that supports it.
   */
  'passage:add': async ({ articleId, ranges, tasks: saidOfTasks, ...input }) => {
    const { tagIds, sourceId, grade, confirmedBecause = null, ...said } = input;
    if (lacksReason(grade, confirmedBecause)) return err({ code: 'not-confirmed' });
    return archive.perform(async (reader) => {
      const described = await describeRanges(reader, 'passage:add', articleId, ranges);
      if (!described.ok) return described;
      const tags = await liveTagIds(reader, tagIds);
      if (!tags.ok) return tags;
      const source = await liveSourceId(reader, sourceId);
      if (!source.ok) return source;
      const { passage, tasks } = newPassage(
        machine,
        {
          ...said,
          ...gradeOf(grade, confirmedBecause),
          selectors: described.value.selectors,
          manner: said.manner ?? described.value.manner,
          tagIds: tags.value,
          sourceId: source.value,
        },
        saidOfTasks,
      );
      const file = { kind: 'annotations', articleId } as const;
      const changes = [
        ...recordChanges(file, 'passages', null, passage),
        ...tasks.flatMap((task) => recordChanges(file, 'tasks', null, task)),
      ];
      return ok({ value: passage, name: 'add-passage', changes });
    });
  },
});

const createDeleting = ({ archive, machine }: HandlerDeps): Pick<PassageHandlers, 'passage:delete'> => ({
  /** Makes tombstones of the passage and of the follow-ups on it. A memo that cites it says so from then on. */
  'passage:delete': ({ articleId, passageId }) =>
    archive.perform(async (reader) => {
      const annotations = await reader.annotations(articleId);
      if (!annotations.ok) return annotations;
      const { passages, tasks } = annotations.value;
      const passage = passages.find(({ id, deletedAt }) => id === passageId && deletedAt === null);
      if (passage === undefined) return notFound('passage', passageId);
      const changes = deletionOf(articleId, passage, tasks, toTimestamp(machine.nowMs()));
      return ok({ value: null, name: 'delete-passage', changes });
    }),
});

/** The use cases of passages: every act is on one record of the article's annotations. */
export const createPassageHandlers = (deps: HandlerDeps): PassageHandlers => ({
  /** Rows from the catalogue; those that are read in so far, until it is ready. */
  'passage:list': async ({ filter, ...bounds }) =>
    ok({
      rows: await deps.catalogue.passages(filter, bounds),
      count: await deps.catalogue.countPassages(filter, bounds),
    }),

  /** From the catalogue; of what is read in so far, until it is ready. */
  'passage:table': async (query) => ok(await deps.catalogue.passageTable(query)),

  'passage:rows': async ({ passageIds }) => ok(await deps.catalogue.passageRows(passageIds)),

  'passage:selection': async ({ passageIds }) => ok(await deps.catalogue.passageSelection(passageIds)),

  /** From the catalogue; of what is read in so far, until it is ready. */
  'passage:related': async ({ passageId }) => ok(await deps.catalogue.related(passageId)),

  /** The counts alone: a reader asks again after every act, of thousands of passages. */
  'passage:relation-counts': async ({ articleId }) => ok(await deps.catalogue.relationCounts(articleId)),

  ...createAdding(deps),
  ...createRelating(deps),
  ...createDeleting(deps),
  ...createResizing(deps),
  ...createSplitting(deps),
  ...createDuplicating(deps),

  /** What the passage is to the analyst. */
  'passage:relabel': ({ label, ...on }) =>
    changePassage(deps, on, 'relabel-passage', async () => ok({ label })),

  /** Fails `not-found` for a tag that is gone. Tags in the trash that it carried stay on it, unseen. */
  'passage:set-tags': ({ tagIds, ...on }) =>
    changePassage(deps, on, 'tag-passage', async (before, reader) => {
      const live = await liveTagIds(reader, tagIds, before.tagIds);
      return live.ok ? ok({ tagIds: live.value }) : live;
    }),

  /** Who says so. The grade stays as it was given: its letter is that of the day of grading. */
  'passage:set-source': ({ sourceId, ...on }) =>
    changePassage(deps, on, 'source-passage', async (_before, reader) => {
      const live = await liveSourceId(reader, sourceId);
      return live.ok ? ok({ sourceId: live.value }) : live;
    }),

  /**
   * Adds `tagIds` to the tags and sets the speaker, unless it is null: what was said of another passage said of this
   * one, in one step. A tag or source that went meanwhile is left out.
   */
  'passage:repeat': ({ tagIds, sourceId, ...on }) =>
    changePassage(deps, on, 'repeat-passage', async (before, reader) => {
      const there = await stillThere(reader, { tagIds, sourceId });
      if (!there.ok) return there;
      const tags = await liveTagIds(reader, [...before.tagIds, ...there.value.tagIds], before.tagIds);
      if (!tags.ok) return tags;
      return ok({ tagIds: tags.value, sourceId: there.value.sourceId ?? before.sourceId });
    }),

  /**
   * Both axes as the analyst says them; the letter is kept as it stands now, whatever becomes of the source. Fails
   * `not-confirmed` for credibility 1 with neither a supporting passage of another origin nor a reason.
   */
  'passage:set-grade': async ({ grade, confirmedBecause, ...on }) => {
    const needsSupport = lacksReason(grade, confirmedBecause);
    if (needsSupport && !(await isConfirmed(deps, on.passageId))) return err({ code: 'not-confirmed' });
    return changePassage(deps, on, 'grade-passage', async () => ok(gradeOf(grade, confirmedBecause)));
  },

  /** How it was said, and on what terms. */
  'passage:set-manner': ({ manner, basis, ...on }) =>
    changePassage(deps, on, 'manner-passage', async () => ok({ manner, basis })),

  /** Saves of one visit to the field share an edit id and are one step of undo. */
  'passage:set-note': ({ note, editId, ...on }) =>
    changePassage(deps, on, 'note-passage', async () => ok({ note }), { editId }),
});
