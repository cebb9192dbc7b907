/** Compares two states of memos, for the window and as a file. */
import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { type MemoId, roundIdSchema, type Sha256 } from '#domain/ids.ts';
import { compareSnapshots, compareTexts, type MemoComparison } from '#domain/memo/compare-snapshots.ts';
import type { PrintedTable } from '#domain/memo/memo-document.ts';
import { reviewerOf } from '#domain/memo/round/returned/keep-remarks.ts';
import { asReviewed, type ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import { acceptedText } from '#domain/memo/snapshot/accepted-text.ts';
import type { PlainBlock } from '#domain/memo/snapshot/plain-document.ts';
import { comparisonSheet } from '#domain/memo/snapshot/print-comparison.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { writerNameOf } from '#domain/written-by.ts';
import { readWordTemplate } from '../../form/read-form.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { invalidInput, notFound } from '../../shared/failures.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { makeBase } from '../round/add-review.ts';
import { freezeMemo } from './freeze-memo.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** A snapshot, or the present memo frozen only for the comparison. */
const readState = async (
  deps: Deps,
  { memoId, snapshotId }: States['old'],
): Promise<Result<Snapshot, AppError>> => {
  if (snapshotId !== null) {
    const file = await deps.archive.snapshot(memoId, snapshotId);
    return file.ok ? ok(file.value.snapshot) : file;
  }
  const prepared = await prepareMemo(deps, memoId);
  return prepared.ok ? ok(freezeMemo(deps, prepared.value, 'by-hand')) : prepared;
};

/** The Word documents that were opened to be compared, by the hash of their bytes. */
export type OpenedFiles = Map<Sha256, ReviewedFile>;
/** More of them are never compared at once. */
const MAX_OPENED = 8;

/** Keeps the words of a Word document until the app is closed. */
export const openReturned = async (
  { desktop, reviewedFiles }: Pick<HandlerDeps, 'desktop' | 'reviewedFiles'>,
  opened: OpenedFiles,
): Promise<Result<Output<'memo:open-returned'>, AppError>> => {
  const [path] = await desktop.chooseReviewed();
  if (path === undefined) return ok(null);
  const read = await reviewedFiles.read(path);
  if (!read.ok) return ok({ fileName: basename(path), sha256: null, failure: read.error });
  const { fileName, sha256, file } = read.value;
  opened.set(sha256, file);
  const [oldest] = opened.keys();
  if (opened.size > MAX_OPENED && oldest !== undefined) opened.delete(oldest);
  return ok({ fileName, sha256, failure: null });
};

/** A state as the Word document that would be made of it now, so that a returned one differs in its words alone. */
const asDocument = async (
  deps: HandlerDeps,
  snapshot: Snapshot,
): Promise<Result<readonly PlainBlock[], AppError>> => {
  const { memoId, reviewed, written } = snapshot;
  if (reviewed !== undefined) return ok(acceptedText(asReviewed(reviewed)));
  if (written === null)
    return invalidInput('memo:compare', 'old: holds no text that could be written as a Word document');
  const made = await makeBase(deps, { id: roundIdSchema.parse(snapshot.id), memoId }, snapshot, written);
  return made.ok ? ok(acceptedText(made.value.base.paragraphs)) : made;
};

type States = Input<'memo:compare'>;
type Compared = {
  readonly comparison: MemoComparison;
  readonly older: Snapshot;
  /** Null for a returned document. */
  readonly newer: Snapshot | null;
};

const compare = async (
  deps: HandlerDeps,
  opened: OpenedFiles,
  { old, fresh }: States,
): Promise<Result<Compared, AppError>> => {
  const then = await readState(deps, old);
  if (!then.ok) return then;
  if ('returnedSha256' in fresh) {
    const file = opened.get(fresh.returnedSha256);
    if (file === undefined) return notFound('snapshot', fresh.returnedSha256);
    const before = await asDocument(deps, then.value);
    if (!before.ok) return before;
    const comparison = compareTexts(before.value, acceptedText(file.paragraphs));
    return ok({ comparison, older: then.value, newer: null });
  }
  const now = await readState(deps, fresh);
  if (!now.ok) return now;
  return ok({ comparison: compareSnapshots(then.value, now.value), older: then.value, newer: now.value });
};

/** The differences between two states of memos. */
export const compareStates = async (
  deps: HandlerDeps,
  opened: OpenedFiles,
  states: States,
): Promise<Result<MemoComparison, AppError>> => {
  const compared = await compare(deps, opened, states);
  return compared.ok ? ok(compared.value.comparison) : compared;
};

/** Who is named as the author of the changes, and when they were made. */
const trackedOf = (
  deps: HandlerDeps,
  file: ReviewedFile | undefined,
  { older, newer }: Compared,
): NonNullable<PrintedTable['tracked']> => {
  const { from, referenceNumber } = (newer ?? older).document;
  const names = [
    file === undefined ? newer?.by : reviewerOf({ reviewers: [] }, file),
    file === undefined ? writerNameOf(deps.local.settings().analystName) : file.savedBy,
    from,
    referenceNumber,
  ];
  return {
    // Word takes no change without an author.
    by: names.find((name) => name != null && name !== '') ?? '',
    at: newer?.takenAt ?? toTimestamp(deps.machine.nowMs()),
  };
};

/** The comparison as a file, in the Word template of the form. Fails with `invalid-input` for a name with a folder. */
export const exportComparison = async (
  deps: HandlerDeps,
  { exportedTo, opened }: { readonly exportedTo: Map<MemoId, string>; readonly opened: OpenedFiles },
  { memoId, old, fresh, names, format, fileName, replaces }: Input<'memo:export-comparison'>,
): Promise<Result<ExportedFile, AppError>> => {
  const path = join(deps.desktop.exportFolder(), fileName);
  if (basename(path) !== fileName)
    return invalidInput('memo:export-comparison', 'fileName: is no name of a file');
  const memo = await deps.archive.memo(memoId);
  if (!memo.ok) return memo;
  const compared = await compare(deps, opened, { old, fresh });
  if (!compared.ok) return compared;
  const { comparison, older, newer } = compared.value;
  const wordTemplate = await readWordTemplate(deps.archive, memo.value.memo.template);
  const file = 'returnedSha256' in fresh ? opened.get(fresh.returnedSha256) : undefined;
  const sheet = {
    ...comparisonSheet(comparison, {
      old: older.document,
      fresh: (newer ?? older).document,
      names,
      tracked: trackedOf(deps, file, compared.value),
    }),
    ...(wordTemplate === null ? {} : { wordTemplate }),
  };
  const made = await deps.writeTable(sheet, format);
  if (!made.ok) return made;
  const written = await deps.writeExportedFile(path, made.value, { replaces });
  if (!written.ok) return written;
  exportedTo.set(memoId, path);
  return ok({ fileName, pages: null, bytes: made.value.length });
};
