import { applyChanges, type MutableContent } from '#domain/archive/apply-changes.ts';
import type { FolderChange, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { recordKinds } from '#domain/contract/record-kinds.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveState } from '../../archive-state.ts';
import { FORM_FOLDER, folderHolding, nameOfFile } from '../../folder/layout.ts';
import { makeFolderIn } from '../../folder/make-folder-in.ts';
import type { HeldFile } from '../../open-files.ts';
import type { DiskOperation } from '../disk-operation.ts';
import type { FileChanges } from './group-by-file.ts';
import { type Ranked, ranks } from './order-of-writing.ts';

/**
 * The write of one file, and adds the file to `held`.
 *
 * @param moves of the same act: a file whose folder comes back is still in the trash now
 */
export const planWrite = async (
  state: ArchiveState,
  { file, changes }: FileChanges,
  moves: readonly FolderChange[],
  held: HeldFile[],
): Promise<Result<Ranked, AppError>> => {
  const folder = folderHolding(file);
  const isArriving = moves.some(({ id, to }) => id === folder?.id && to === 'archive');
  const opened = await state.files.hold(file, isArriving ? 'trash' : 'archive');
  if (!opened.ok) return err(asChangedSince(opened.error));
  held.push(opened.value);

  const jsonFile = opened.value.file;
  const next = applyChanges(jsonFile.content as MutableContent, changes);
  if (!next.ok)
    return err({ code: 'changed-since', what: recordKinds[next.error.collection], id: next.error.recordId });
  const operation: DiskOperation = {
    name: jsonFile.name,
    prepare: () => jsonFile.prepare(next.value),
    run: () => {
      // Every other file has its folder.
      if (file.kind === 'form') makeFolderIn(state.context, FORM_FOLDER);
      if (isArriving) jsonFile.follow(nameOfFile(file, 'archive'));
      return jsonFile.write(next.value);
    },
    rollback: () => jsonFile.rollback(),
    publish: () => jsonFile.publish(),
  };
  return ok({ rank: rankOf(file, changes), operation });
};

/** An article or a memo that a step speaks of was there: if it is not, it went since. */
const asChangedSince = (error: AppError): AppError =>
  error.code === 'not-found' ? { ...error, code: 'changed-since' } : error;

const rankOf = (file: MutableFile, changes: readonly RecordChange[]): number => {
  const isReference = file.kind === 'tags' || file.kind === 'sources';
  if (isReference && changes.some(({ after }) => after === null)) return ranks['reference-goes'];
  return ranks[file.kind];
};
