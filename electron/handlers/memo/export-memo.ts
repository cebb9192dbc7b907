import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { neededMarkings } from '#domain/memo/checks/form/marking-below-evidence.ts';
import type { RuleId } from '#domain/memo/checks/rule-table.ts';
import { exportFileName } from '#domain/memo/export-file-name.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import type { MadeFile } from '#electron/ports/memo-writer.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { dressMemo } from './dress-memo.ts';
import { listMemoFindings } from './list-memo-findings.ts';
import { type PreparedMemo, prepareMemo } from './prepare-memo.ts';
import { freezeMemo } from './sent/freeze-memo.ts';

/**
 * Why a memo may not be exported; null where nothing stands in the way. What was sent is printed as it was sent,
 * whatever has become of its evidence: it fails only where that can't be read any more.
 */
export const refusalOf = async (prepared: PreparedMemo): Promise<AppError | null> => {
  const { memo, material, citations, sentAs } = prepared;
  if (sentAs !== null) return sentAs.ok ? null : sentAs.error;
  const altered = citations.find(({ state }) => state === 'altered');
  if (altered !== undefined) return { code: 'text-altered', articleId: altered.articleId };
  const errors = (await listMemoFindings(prepared, [])).filter(isBlocking);
  const count = (sought: RuleId): number => errors.filter(({ rule }) => rule === sought).length;
  const changed = count('evidence-changed');
  if (changed > 0) return { code: 'evidence-changed', count: changed };
  const marking = neededMarkings(memo, material).find(({ level }) => level === 'error');
  if (marking !== undefined) return { code: 'marking-below-evidence', needed: printMarking(marking.needed) };
  const misquotes = count('quote-not-verbatim');
  return misquotes > 0 ? { code: 'misquoted', count: misquotes } : null;
};

/** A memo that may be exported, made into a file and not yet written. */
export type MadeMemo = {
  readonly file: MadeFile;
  readonly suggestedName: string;
  /** The memo as it stands in the file. It is to be kept once the file is written. */
  readonly snapshot: Snapshot;
  readonly format: MemoFormat;
};

/** Checks the memo, proves its quotes and makes the file. Nothing is written. */
export const makeMemo = async (
  deps: HandlerDeps,
  { memoId, format, options, parts }: Input<'memo:export'>,
): Promise<Result<MadeMemo, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const refusal = await refusalOf(prepared.value);
  if (refusal !== null) return err(refusal);
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  const document = await dressMemo(deps, prepared.value, snapshot, parts);
  const file = await deps.memoWriters[format].write(document, options);
  if (!file.ok) return file;
  const suggestedName = exportFileName(prepared.value.memo.head, format);
  return ok({ file: file.value, suggestedName, snapshot, format });
};

/** Writes a made memo to `path`, whole or not at all. */
export const writeMemoTo = async (
  { writeExportedFile }: Pick<HandlerDeps, 'writeExportedFile'>,
  path: string,
  { file }: MadeMemo,
): Promise<Result<ExportedFile, AppError>> => {
  const written = await writeExportedFile(path, file.bytes);
  if (!written.ok) return written;
  return ok({ fileName: basename(path), pages: file.pages, bytes: file.bytes.length });
};
