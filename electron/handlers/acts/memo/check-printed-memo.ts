import type { AppError } from '#domain/contract/errors.ts';
import type { MemoProblem } from '#domain/contract/memos.ts';
import type { MemoId } from '#domain/ids.ts';
import { checkMemo } from '#domain/memo/checks/check-memo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { findMisquotes } from './find-misquotes.ts';
import { type PreparedMemo, prepareMemo } from './prepare-memo.ts';

/** Printed quotes that differ from their source, where nothing else is said of their passage. */
const misquotes = (prepared: PreparedMemo, problems: readonly MemoProblem[]): readonly MemoProblem[] => {
  const named = new Set(
    problems.flatMap((problem) => (problem.kind === 'evidence-changed' ? problem.passageId : [])),
  );
  return findMisquotes(prepared)
    .filter(({ passageId }) => !named.has(passageId))
    .map(({ passageId, quote }) => ({ severity: 'must', kind: 'quote-not-verbatim', passageId, quote }));
};

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
  const { memo, material, document } = prepared.value;
  const made = await deps.pdfMaker.make(document, { paper: 'a4', glyphs: 'refuse' }, `check:${memoId}`);
  const glyphs: readonly MemoProblem[] =
    !made.ok && made.error.code === 'missing-glyphs'
      ? made.error.glyphs.map((glyph) => ({ severity: 'must', kind: 'missing-glyph', glyph }))
      : [];
  const problems = checkMemo(memo, material);
  return ok([...misquotes(prepared.value, problems), ...glyphs, ...problems]);
};
