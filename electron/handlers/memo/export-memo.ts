import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { neededMarkings } from '#domain/memo/checks/form/marking-below-evidence.ts';
import type { RuleId } from '#domain/memo/checks/rule-table.ts';
import { chooseParts } from '#domain/memo/document/choose-parts.ts';
import { exportFileName } from '#domain/memo/export-file-name.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import type { MadeFile } from '#electron/ports/memo-writer.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { listMemoFindings } from './list-memo-findings.ts';
import { type PreparedMemo, prepareMemo } from './prepare-memo.ts';

/** Why a memo may not be handed over; null where nothing stands in the way. */
const refusalOf = async (prepared: PreparedMemo): Promise<AppError | null> => {
  const { memo, material, citations } = prepared;
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

/** A memo that may be handed over, made into a file and not yet written. */
export type MadeMemo = { readonly file: MadeFile; readonly suggestedName: string };

/** Checks the memo, proves its quotes and makes the file. Nothing is written. */
export const makeMemo = async (
  deps: HandlerDeps,
  { memoId, format, options, parts }: Input<'memo:export'>,
): Promise<Result<MadeMemo, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const refusal = await refusalOf(prepared.value);
  if (refusal !== null) return err(refusal);
  const file = await deps.memoWriters[format].write(chooseParts(prepared.value.document, parts), options);
  if (!file.ok) return file;
  return ok({ file: file.value, suggestedName: exportFileName(prepared.value.memo.head, format) });
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
