import type { AppError } from '#domain/contract/errors.ts';
import type { MemoId } from '#domain/ids.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { ResolvedCitation } from '#domain/memo/citations/resolved-citation.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readMemoMaterial } from './read-memo-material.ts';

/** A memo with all that it rests on, and what it prints. */
export type PreparedMemo = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  readonly document: MemoDocument;
  /** What each citation stands for now. */
  readonly citations: readonly ResolvedCitation[];
};

/** Reads a memo and its evidence, and builds the document. Fails `not-found` for a memo in the trash. */
export const prepareMemo = async (
  { archive, catalogue }: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memoId: MemoId,
): Promise<Result<PreparedMemo, AppError>> => {
  const file = await archive.memo(memoId);
  if (!file.ok) return file;
  const { memo, tasks } = file.value;
  const material = await readMemoMaterial(archive, catalogue, memo, tasks);
  if (!material.ok) return material;
  return ok({
    memo,
    material: material.value,
    document: buildMemoDocument(memo, material.value),
    citations: resolveCitations(memo.content, material.value),
  });
};
