import type { AppError } from '#domain/contract/errors/app-error.ts';
import { listCitedWorks } from '#domain/memo/citation-style/cited-work.ts';
import {
  requestCitations,
  styleDocument,
  withoutReferenceKey,
} from '#domain/memo/citation-style/style-document.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import { type AnnexEvidence, withEvidence } from '#domain/memo/export/print-annex.ts';
import { readCitationStyle } from '#domain/memo/form/citation-style.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Styled = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Null if the memo was not sent. */
  readonly sentAs: object | null;
};

/**
 * Applies the citation style of its form to `document`, made from a prepared memo; unchanged if the form has no style,
 * and for a sent memo, which is printed as it was sent. `evidence` is the evidence of an annex. Fails with
 * `citation-style-unusable`.
 */
export const styleMemo = async (
  { styleCitations }: Pick<HandlerDeps, 'styleCitations'>,
  { memo, material, sentAs }: Styled,
  document: MemoDocument,
  evidence: AnnexEvidence | null = null,
): Promise<Result<MemoDocument, AppError>> => {
  const chosen = material.form?.citationStyle;
  if (sentAs !== null) return ok(withoutReferenceKey(document));
  if (chosen === undefined) return ok(document);
  const unusable = (reason: string) =>
    err({ code: 'citation-style-unusable', style: chosen.name, reason } as const);
  const style = readCitationStyle(chosen.csl);
  if (!style.ok) return unusable(style.error);
  const cited = printScopeOf(memo, material);
  const scope = evidence === null ? cited : withEvidence(cited, evidence);
  const works = listCitedWorks(scope);
  if (works.length === 0) return ok(document);
  const request = requestCitations(document, works, style.value);
  const styled = await styleCitations(request);
  return styled.ok
    ? ok(withoutReferenceKey(styleDocument(document, request, styled.value)))
    : unusable(styled.error);
};
