import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { neededMarkings } from '#domain/memo/checks/form-rules.ts';
import type { RuleId } from '#domain/memo/checks/rule-table.ts';
import { unprintableFigures } from '#domain/memo/document/blocks-of-document.ts';
import type { FigureBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import type { MadeFile } from '#electron/ports/memo-writer.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { dressMemo, listMemoFindings, type PreparedMemo, prepareMemo } from './prepare-memo.ts';
import { freezeMemo } from './sent/freeze-memo.ts';
import { sameExport } from './sent/snapshots-of.ts';

const numbersOf = (figures: readonly FigureBlock[]): readonly number[] => figures.map(({ number }) => number);

const refusalOfFigures = ({ document, material }: PreparedMemo): AppError | null => {
  const { missing, undescribed } = unprintableFigures(document, material.pictures ?? null);
  return missing.length + undescribed.length === 0
    ? null
    : { code: 'figures-unprintable', missing: numbersOf(missing), undescribed: numbersOf(undescribed) };
};

/**
 * Why a memo may not be exported; null if it may. A sent memo is printed as it was sent, even if its evidence has
 * changed: it fails only if its snapshot, or a picture of it, can't be read any more.
 */
export const refusalOf = async (prepared: PreparedMemo): Promise<AppError | null> => {
  const { memo, material, citations, sentAs } = prepared;
  if (sentAs !== null && !sentAs.ok) return sentAs.error;
  const unprintable = refusalOfFigures(prepared);
  if (unprintable !== null) return unprintable;
  if (sentAs !== null) return null;
  const altered = citations.find(({ state }) => state === 'altered');
  if (altered !== undefined) return { code: 'text-altered', articleId: altered.articleId };
  const errors = (await listMemoFindings(prepared, [])).filter(isBlocking);
  const count = (sought: RuleId): number => errors.filter(({ rule }) => rule === sought).length;
  const changed = count('evidence-changed');
  if (changed > 0) return { code: 'evidence-changed', count: changed };
  const marking = neededMarkings(memo, material).find(({ level }) => level === 'error');
  if (marking !== undefined) return { code: 'marking-below-evidence', needed: printMarking(marking.needed) };
  const misquotes = count('quote-not-verbatim');
  if (misquotes > 0) return { code: 'misquoted', count: misquotes };
  const unreferenced = count('reference-missing');
  if (unreferenced > 0) return { code: 'references-missing', count: unreferenced };
  const contradictions = count('judgement-says-another-likelihood') + count('changes-outdated');
  return contradictions > 0 ? { code: 'judgements-contradicted', count: contradictions } : null;
};

/** A memo that may be exported, made into a file but not written yet. */
export type MadeMemo = {
  readonly file: MadeFile;
  /** The memo as it is in the file, to be stored once the file is written. */
  readonly snapshot: Snapshot;
  /** Whether the same file was exported before, and its snapshot is stored. */
  readonly isKept: boolean;
  readonly format: MemoFormat;
};

/** Prepares a memo for export. The catalogue has to be complete, so that newer versions of its evidence are known. */
const prepareExport = async (deps: HandlerDeps, memoId: MemoId): Promise<Result<PreparedMemo, AppError>> => {
  await deps.catalogue.ready;
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const refusal = await refusalOf(prepared.value);
  return refusal === null ? prepared : err(refusal);
};

/** The document as exported. Fails if the memo may not be exported. */
export const makeDocument = async (
  deps: HandlerDeps,
  { memoId, parts }: Pick<Input<'memo:export'>, 'memoId' | 'parts'>,
): Promise<Result<{ readonly document: MemoDocument }, AppError>> => {
  const prepared = await prepareExport(deps, memoId);
  if (!prepared.ok) return prepared;
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  const document = await dressMemo(deps, prepared.value, snapshot, parts);
  return document.ok ? ok({ document: document.value }) : document;
};

/** The pages of a memo that may be exported. They refer to no snapshot, because a print-out is not verified by one. */
export const makePages = async (
  deps: HandlerDeps,
  asked: Input<'memo:make-pages'>,
): Promise<Result<MadePdf, AppError>> => {
  const made = await makeDocument(deps, asked);
  if (!made.ok) return made;
  return deps.pdfMaker.make(
    { ...made.value.document, manifest: null },
    asked.options,
    `print:${asked.memoId}`,
  );
};

/** Checks the memo, verifies its quotes and makes the file. Nothing is written. */
export const makeMemo = async (
  deps: HandlerDeps,
  { memoId, format, options, parts }: Input<'memo:export'>,
  signal?: AbortSignal,
): Promise<Result<MadeMemo, AppError>> => {
  const prepared = await prepareExport(deps, memoId);
  if (!prepared.ok) return prepared;
  const write = async (snapshot: Snapshot): Promise<Result<MadeFile, AppError>> => {
    const document = await dressMemo(deps, prepared.value, snapshot, parts);
    return document.ok ? deps.memoWriters[format].write(document.value, options, signal) : document;
  };
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  const earlier = await sameExport(deps.archive, snapshot, format);
  if (earlier !== null) {
    const again = await write(earlier);
    if (!again.ok) return again;
    const isSame = sha256Of(again.value.bytes) === earlier.exported?.sha256;
    if (isSame) return ok({ file: again.value, snapshot: earlier, isKept: true, format });
  }
  const file = await write(snapshot);
  return file.ok ? ok({ file: file.value, snapshot, isKept: false, format }) : file;
};

type WrittenMemo = { readonly path: string; readonly exported: ExportedFile };

/**
 * Writes a made memo into the folder of exports, whole or not at all. Fails with `file-exists` if a file exists that is
 * not to be replaced.
 */
export const writeMemo = async (
  { desktop, writeExportedFile }: Pick<HandlerDeps, 'desktop' | 'writeExportedFile'>,
  { fileName, replaces }: Pick<Input<'memo:export'>, 'fileName' | 'replaces'>,
  { file }: MadeMemo,
): Promise<Result<WrittenMemo, AppError>> => {
  const path = join(desktop.exportFolder(), fileName);
  if (basename(path) !== fileName) {
    return err({
      code: 'invalid-input',
      request: 'memo:export',
      problems: ['fileName: is no name of a file'],
    });
  }
  const written = await writeExportedFile(path, file.bytes, { replaces });
  if (!written.ok) return written;
  const { pages, bytes, ...told } = file;
  return ok({ path, exported: { fileName, pages, bytes: bytes.length, ...told } });
};
