import type { Change } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isOutOfText, needsLook, settledInText } from '#domain/passage/carried.ts';
import { describeRanges } from '#domain/passage/edit/describe-ranges.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { changePassage, type OnPassage } from '../passage/change-passage.ts';
import { passageTextOf, refused } from '../passage/passage-text.ts';
import { invalidInput, notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { listConflicts } from './list-conflicts.ts';
import { listOtherNeeds } from './list-other-needs.ts';
import { createPassageNeeds } from './list-passage-needs.ts';
import { settleConflicts } from './settle-conflicts.ts';

/** The passage as one that moved and was looked at. Fails where it does not stand in the text beyond doubt. */
const confirmOne = async (
  reader: ArchiveReader,
  { articleId, passageId }: OnPassage,
  at: Passage['updatedAt'],
): Promise<Result<readonly Change[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const before = annotations.value.passages.find(({ id }) => id === passageId);
  if (before === undefined || before.deletedAt !== null) return notFound('passage', passageId);
  if (isOutOfText(before)) return invalidInput('needs:confirm', 'the words do not stand in the text');
  if (!needsLook(before)) return ok([]);
  const after = { ...before, carriedFrom: settledInText(before.carriedFrom), updatedAt: at };
  return ok(recordChanges({ kind: 'annotations', articleId }, 'passages', before, after));
};

/** The use cases of what waits for the analyst. Nothing here chooses by itself. */
export const createNeedsHandlers = (deps: HandlerDeps): HandlersOn<'needs'> => {
  const listPassageNeeds = createPassageNeeds(deps.archive);
  return {
    /** Passages first, those of the newest article in front, in the order of the text that had them. */
    'needs:list': async () => {
      const passages = await listPassageNeeds(await deps.catalogue.unsettledPassages());
      const conflicts = await listConflicts(deps);
      if (!conflicts.ok) return conflicts;
      const others = await listOtherNeeds(deps);
      const altered = new Set(
        others.flatMap((need) => (need.kind === 'text-altered' ? [need.articleId] : [])),
      );
      const losses = await deps.losses.waiting();
      // A text that was altered is named once.
      const lost = losses.filter(({ articleId }) => articleId === null || !altered.has(articleId));
      return ok([...lost, ...conflicts.value, ...deps.leftCopies(), ...passages, ...others]);
    },

    /**
     * Chooses for each of the records: what the other side says takes the place of what stands, or what stands stays. All in
     * one step, and what was chosen once is not asked for again.
     */
    'needs:settle-conflict': (choice) => settleConflicts(deps, choice),

    'needs:accept-loss': deps.losses.accept,

    /** What comes of it is one step of undo; where it can't be merged it is named with the reason. */
    'needs:merge-copy': async ({ name }) => {
      await deps.mergeCopy(name);
      return ok(null);
    },

    /** The file stays as it is, and so do the bytes that were set aside. */
    'needs:see-repair': async ({ file }) => {
      deps.archive.seeRepair(file);
      return ok(null);
    },

    /** Gives the passage the place that was chosen; from then on it stands in the text. As an edit that resizes. */
    'needs:take': ({ ranges, ...on }) =>
      changePassage(deps, on, 'take-candidate', async (before, reader) => {
        const text = await passageTextOf(reader, on.articleId);
        if (!text.ok) return text;
        if (regionOf(before) !== null) return invalidInput('needs:take', 'words take no place of a region');
        const described = describeRanges(text.value, ranges);
        if (!described.ok) return refused('needs:take', described.error);
        return ok({
          selectors: described.value.selectors,
          carriedFrom: settledInText(before.carriedFrom),
        });
      }),

    /**
     * Accepts that the words are not in this version. The passage keeps them, and where they stand: in the copy that
     * it was carried from. Fails `invalid-input` for a passage that stands in its text.
     */
    'needs:keep-orphan': (on) =>
      changePassage(deps, on, 'keep-orphan', async ({ carriedFrom, ...before }) => {
        if (carriedFrom === null || !isOutOfText({ ...before, carriedFrom })) {
          return invalidInput('needs:keep-orphan', 'the passage stands in the text');
        }
        return ok({ carriedFrom: { ...carriedFrom, state: 'orphaned', isSettled: true } });
      }),

    /** Accepts where the passages stand now, all in one step; those that need no look stay as they are. */
    'needs:confirm': ({ passages }) =>
      deps.archive.perform(async (reader) => {
        const at = toTimestamp(deps.machine.nowMs());
        const changes: Change[] = [];
        for (const on of passages) {
          const confirmed = await confirmOne(reader, on, at);
          if (!confirmed.ok) return confirmed;
          changes.push(...confirmed.value);
        }
        return ok({ value: null, name: 'confirm-passages', changes });
      }),
  };
};
