import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import type { ExportedFile } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import { isBlocking } from '#domain/memo/checks/finding.ts';
import { neededMarkings } from '#domain/memo/checks/form/marking-below-evidence.ts';
import type { RuleId } from '#domain/memo/checks/rule-table.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
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
  /** The memo as it stands in the file. It is to be kept once the file is written. */
  readonly snapshot: Snapshot;
  readonly format: MemoFormat;
};

/** The document to be handed over, with the snapshot that it is of. Fails where the memo may not be exported. */
export const makeDocument = async (
  deps: HandlerDeps,
  { memoId, parts }: Pick<Input<'memo:export'>, 'memoId' | 'parts'>,
): Promise<Result<{ readonly document: MemoDocument; readonly snapshot: Snapshot }, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const refusal = await refusalOf(prepared.value);
  if (refusal !== null) return err(refusal);
  const snapshot = freezeMemo(deps, prepared.value, 'export');
  return ok({ document: await dressMemo(deps, prepared.value, snapshot, parts), snapshot });
};

/** Checks the memo, proves its quotes and makes the file. Nothing is written. */
export const makeMemo = async (
  deps: HandlerDeps,
  { format, options, ...asked }: Input<'memo:export'>,
): Promise<Result<MadeMemo, AppError>> => {
  const made = await makeDocument(deps, asked);
  if (!made.ok) return made;
  const { document, snapshot } = made.value;
  const file = await deps.memoWriters[format].write(document, options);
  if (!file.ok) return file;
  return ok({ file: file.value, snapshot, format });
};

type WrittenMemo = { readonly path: string; readonly exported: ExportedFile };

/** Writes a made memo into the folder of exports, whole or not at all. Fails `file-exists` where one is not replaced. */
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
  return ok({ path, exported: { fileName, pages: file.pages, bytes: file.bytes.length } });
};
