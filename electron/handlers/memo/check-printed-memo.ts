import type { AppError } from '#domain/contract/errors.ts';
import type { MemoProblem } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { listMemoProblems } from './list-memo-problems.ts';
import { prepareMemo } from './prepare-memo.ts';

/**
 * All that stands in the way of handing a memo over or should be seen before: the rules of the domain, printed
 * quotes that differ from their sources, and characters that no font has. A PDF that fails otherwise, or was
 * overtaken by a newer check, says nothing here.
 */
export const checkPrintedMemo = async (
  deps: HandlerDeps,
  memoId: MemoId,
): Promise<Result<readonly MemoProblem[], AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const made = await deps.pdfMaker.make(
    prepared.value.document,
    { paper: 'a4', glyphs: 'refuse' },
    `check:${memoId}`,
  );
  const glyphs: readonly MemoProblem[] =
    !made.ok && made.error.code === 'missing-glyphs'
      ? made.error.glyphs.map((glyph) => ({ severity: 'must', kind: 'missing-glyph', glyph }))
      : [];
  return ok([...glyphs, ...listMemoProblems(prepared.value)]);
};
