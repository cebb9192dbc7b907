import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { ResolvedCitation } from '#domain/memo/citations/resolved-citation.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { nameSources } from '#domain/memo/document/name-sources.ts';
import { printStatus } from '#domain/memo/document/print-status.ts';
import { bareApparatus } from '#domain/memo/document-apparatus.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readMemoMaterial } from './read-memo-material.ts';

/** A memo with all that it rests on, and what it prints. */
export type PreparedMemo = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Of a memo that was sent: what its readers got, and what has become of it since. */
  readonly document: MemoDocument;
  /** What each citation stands for now. */
  readonly citations: readonly ResolvedCitation[];
  /** The snapshot of the sending, or why it can't be read; null where none was taken. */
  readonly sentAs: Result<Snapshot, AppError> | null;
};

type Deps = { readonly archive: ArchiveReader } & Pick<HandlerDeps, 'catalogue'>;

const readSentAs = async (reader: ArchiveReader, { id, sending }: Memo): Promise<PreparedMemo['sentAs']> => {
  if (sending === null) return null;
  const file = await reader.snapshot(id, sending.snapshotId);
  return file.ok ? ok(file.value.snapshot) : file;
};

/** Reads a memo and its evidence, and builds the document; `typed` stands for what is saved of it. Fails `not-found` for a memo in the trash. */
export const prepareMemo = async (
  { archive, catalogue }: Deps,
  memoId: MemoId,
  typed: Partial<Memo> = {},
): Promise<Result<PreparedMemo, AppError>> => {
  const file = await archive.memo(memoId);
  if (!file.ok) return file;
  const { tasks } = file.value;
  const memo = { ...file.value.memo, ...typed };
  const material = await readMemoMaterial(archive, catalogue, memo, tasks);
  if (!material.ok) return material;
  const sentAs = await readSentAs(archive, memo);
  const document: MemoDocument = sentAs?.ok
    ? { ...sentAs.value.document, ...bareApparatus, status: printStatus(memo, material.value.lineage) }
    : buildMemoDocument(memo, material.value);
  return ok({
    memo,
    material: material.value,
    document,
    citations: nameSources(resolveCitations(memo.content, material.value), material.value),
    sentAs,
  });
};
