/** Compares two states of memos, for the window and as a file. */
import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { compareSnapshots } from '#domain/memo/compare-snapshots.ts';
import { comparisonSheet } from '#domain/memo/snapshot/print-comparison.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { ok, type Result } from '#domain/result.ts';
import { writerNameOf } from '#domain/written-by.ts';
import { readWordTemplate } from '../../form/read-form.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { invalidInput } from '../../shared/failures.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { freezeMemo } from './freeze-memo.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** A snapshot, or the present memo frozen only for the comparison. */
const readState = async (
  deps: Deps,
  { memoId, snapshotId }: Input<'memo:compare'>['old'],
): Promise<Result<Snapshot, AppError>> => {
  if (snapshotId !== null) {
    const file = await deps.archive.snapshot(memoId, snapshotId);
    return file.ok ? ok(file.value.snapshot) : file;
  }
  const prepared = await prepareMemo(deps, memoId);
  return prepared.ok ? ok(freezeMemo(deps, prepared.value, 'by-hand')) : prepared;
};

/** The differences between two states of memos. */
export const compareStates = async (
  deps: Deps,
  { old, fresh }: Input<'memo:compare'>,
): Promise<Result<Output<'memo:compare'>, AppError>> => {
  const then = await readState(deps, old);
  if (!then.ok) return then;
  const now = await readState(deps, fresh);
  return now.ok ? ok(compareSnapshots(then.value, now.value)) : now;
};

/** The comparison as a file, in the Word template of the form. Fails with `invalid-input` for a name with a folder. */
export const exportComparison = async (
  deps: Deps & Pick<HandlerDeps, 'desktop' | 'local' | 'writeTable' | 'writeExportedFile'>,
  exportedTo: Map<MemoId, string>,
  { memoId, old, fresh, names, format, fileName, replaces }: Input<'memo:export-comparison'>,
): Promise<Result<ExportedFile, AppError>> => {
  const path = join(deps.desktop.exportFolder(), fileName);
  if (basename(path) !== fileName)
    return invalidInput('memo:export-comparison', 'fileName: is no name of a file');
  const memo = await deps.archive.memo(memoId);
  if (!memo.ok) return memo;
  const then = await readState(deps, old);
  if (!then.ok) return then;
  const now = await readState(deps, fresh);
  if (!now.ok) return now;
  const wordTemplate = await readWordTemplate(deps.archive, memo.value.memo.template);
  const { by, takenAt, document } = now.value;
  const author = by ?? writerNameOf(deps.local.settings().analystName) ?? document.from;
  const states = { old: then.value.document, fresh: document, names, tracked: { by: author, at: takenAt } };
  const sheet = {
    ...comparisonSheet(compareSnapshots(then.value, now.value), states),
    ...(wordTemplate === null ? {} : { wordTemplate }),
  };
  const made = await deps.writeTable(sheet, format);
  if (!made.ok) return made;
  const written = await deps.writeExportedFile(path, made.value, { replaces });
  if (!written.ok) return written;
  exportedTo.set(memoId, path);
  return ok({ fileName, pages: null, bytes: made.value.length });
};
