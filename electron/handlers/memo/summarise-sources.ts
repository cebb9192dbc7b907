import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SourceSummary } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { printRuns } from '#domain/memo/document/print-runs.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import { plainRuns } from '#domain/memo/snapshot/plain-document.ts';
import { draftSourceSummary } from '#domain/memo/source-summary/draft-source-summary.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { prepareMemo } from './prepare-memo.ts';

/** Drafts the source summary statement of a memo from what it cites. Nothing is written. */
export const summariseSources = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memoId: MemoId,
): Promise<Result<SourceSummary, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const { memo, material } = prepared.value;
  const paragraphs = draftSourceSummary(memo, material);
  const scope = printScopeOf(memo, material);
  return ok({
    paragraphs,
    texts: paragraphs.map(({ content = [] }) => plainRuns(printRuns(content, scope))),
  });
};
