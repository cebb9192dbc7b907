import type { MutableContent } from '#domain/archive/apply-changes.ts';
import type { Change, MutableFile } from '#domain/archive/changes.ts';
import { FORM_VERSION } from '#domain/archive/files.ts';
import { isSameChoice } from '#domain/archive/merge/choose-side.ts';
import { conflictsOfMerge, isContestable } from '#domain/archive/merge/conflicts-of-merge.ts';
import { knownBase } from '#domain/archive/merge/known-base.ts';
import { mergeRecords } from '#domain/archive/merge/merge-records.ts';
import { diffRecords } from '#domain/archive/merge/records-in.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { LeftCopyReason } from '#domain/contract/review.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive, ArchiveReader, FoundCopy } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { readEventFile } from '../event/event-files.ts';
import { recordChanges } from '../shared/record-changes.ts';

type Deps = { readonly archive: Archive; readonly machine: Machine };

/** The outcome for a conflict copy. `gone`: no file has that name any more. */
export type CopyOutcome =
  | { readonly kind: 'merged'; readonly conflicts: number }
  | { readonly kind: 'left'; readonly why: LeftCopyReason }
  | { readonly kind: 'gone' };

const left = (why: LeftCopyReason): CopyOutcome => ({ kind: 'left', why });

/**
 * Merges a conflict copy into its original, and moves the copy to the trash. Records of either file are kept; where
 * both differ, the original's value stays and the conflict is listed in Review. One undo step. A copy that can't be
 * merged is left where it is. A crash between the two steps leaves a copy with nothing new.
 */
export const mergeCopy = async (
  { archive, machine }: Deps,
  name: string,
  isAsked = false,
): Promise<CopyOutcome> => {
  const copy = await archive.readCopy(name, isAsked);
  if (copy.kind === 'nothing') return { kind: 'gone' };
  if (copy.kind === 'left') return left(copy.why);
  const conflicts = copy.kind === 'records' ? await mergeIn({ archive, machine }, name, copy) : ok(0);
  if (!conflicts.ok) return left(reasonOf(conflicts.error));
  const away = await archive.putAwayCopy(name);
  return away.ok ? { kind: 'merged', conflicts: conflicts.value } : left('not-written');
};

const reasonOf = ({ code }: AppError): LeftCopyReason =>
  code === 'not-found' ||
  code === 'archive-damaged' ||
  code === 'archive-unreadable' ||
  code === 'archive-newer'
    ? 'no-original'
    : 'not-written';

/** Returns the number of conflicts that the copy leaves. */
const mergeIn = (
  { archive, machine }: Deps,
  name: string,
  { file, content }: Extract<FoundCopy, { kind: 'records' }>,
): Promise<Result<number, AppError>> =>
  archive.perform(
    async (reader) => {
      const stands = await readFile(reader, file);
      if (!stands.ok) return stands;
      const known = await reader.conflicts();
      if (!known.ok) return known;
      const base = knownBase(stands.value, content, (record) => archive.wasReplacedHere(record));
      const { merged, conflicts: found } = mergeRecords(base, stands.value, content);
      const at = toTimestamp(machine.nowMs());
      const conflicts = isContestable(file)
        ? conflictsOfMerge(found, { file, from: name, at, newId: machine.newId })
        : [];
      const changes = [
        ...diffRecords(file, stands.value, merged),
        ...conflicts.flatMap((conflict) => addUnlessKnown(known.value.conflicts, conflict)),
      ];
      return ok({ value: conflicts.length, name: 'merge-copy', changes });
    },
    { isFromOutside: true },
  );

const addUnlessKnown = (known: readonly Conflict[], conflict: Conflict): readonly Change[] =>
  known.some((other) => isSameChoice(other, conflict))
    ? []
    : recordChanges({ kind: 'conflicts' }, 'conflicts', null, conflict);

/** Reads the content of a file of any mutable kind. */
export const readFile = async (
  reader: ArchiveReader,
  file: MutableFile,
): Promise<Result<MutableContent, AppError>> => {
  switch (file.kind) {
    case 'annotations':
      return reader.annotations(file.articleId);
    case 'translations':
      return reader.translations(file.articleId);
    case 'memo':
      return reader.memo(file.memoId);
    case 'review':
      return reader.review(file.memoId);
    case 'board':
      return reader.board(file.boardId);
    case 'form': {
      const form = await reader.form(file.formId);
      return form.ok ? ok({ version: FORM_VERSION, forms: form.value === null ? [] : [form.value] }) : form;
    }
    case 'events':
    case 'event-shard':
      return readEventFile(reader, file);
    default:
      return reader[file.kind]();
  }
};
