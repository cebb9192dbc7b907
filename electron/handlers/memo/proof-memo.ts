import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoProof, PdfOptions } from '#domain/contract/memo.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { noLineage } from '#domain/memo/citations/memo-material.ts';
import { countPrintedWords } from '#domain/memo/document/count-printed-words.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { partsOfForm } from '#domain/memo/export/export-parts.ts';
import { ok, type Result } from '#domain/result.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { listMemoFindings, type PreparedMemo, prepareMemo } from './prepare-memo.ts';
import { styleMemo } from './style-memo.ts';

const missingGlyphsOf = (made: Result<MadePdf, AppError>): readonly MissingGlyph[] => {
  if (made.ok) return made.value.missingGlyphs;
  return made.error.code === 'missing-glyphs' ? made.error.glyphs : [];
};

/** The PDF shown beside the text. A newer one replaces a waiting one. */
const printMemo = async (
  deps: Pick<HandlerDeps, 'pdfMaker' | 'styleCitations'>,
  prepared: PreparedMemo,
  options: PdfOptions,
): Promise<Result<MadePdf, AppError>> => {
  const { memo, material, document } = prepared;
  const dressing = { memo, material, draftNumber: null, sentWith: null, manifest: null };
  const dressed = dressDocument(document, dressing, partsOfForm(material.form, memo.head.marking));
  const styled = await styleMemo(deps, prepared, dressed);
  return styled.ok ? deps.pdfMaker.make(styled.value, options, `proof:${memo.id}`) : styled;
};

/** A draft as it would be printed, including what is typed and not saved yet. */
export const printDraft = async (
  deps: HandlerDeps,
  { memoId, options, draft }: Input<'memo:print-draft'>,
): Promise<Result<MadePdf, AppError>> => {
  const prepared = await prepareMemo(deps, memoId, draft);
  return prepared.ok ? printMemo(deps, prepared.value, options) : prepared;
};

/**
 * A draft with the evidence of its citations, everything that prevents its export or should be seen before, and its
 * PDF: read once and made once. A PDF that was replaced by a newer proof reports no missing characters.
 */
export const proofMemo = async (
  deps: HandlerDeps,
  memoId: MemoId,
  options: PdfOptions,
): Promise<Result<MemoProof, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const { memo, material, document, citations } = prepared.value;
  // The PDF is made in another process; meanwhile the rest is computed here.
  const [made, words, findings] = await Promise.all([
    printMemo(deps, prepared.value, options),
    runYielding(countPrintedWords(document), createYielder()),
    listMemoFindings(prepared.value, []),
  ]);
  const missingGlyphs = missingGlyphsOf(made);
  return ok({
    memo,
    tasks: material.tasks,
    citations,
    lineage: material.lineage ?? noLineage,
    ...(material.terms === undefined ? {} : { terms: material.terms }),
    findings: missingGlyphs.length === 0 ? findings : await listMemoFindings(prepared.value, missingGlyphs),
    words,
    printed: made,
  });
};
