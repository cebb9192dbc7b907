import type { MemoFinding } from '#domain/contract/memo.ts';
import { listFindings } from '#domain/memo/checks/list-findings.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { runSteps } from '#domain/steps.ts';

/** All findings of a memo, as the handler lists them. */
export const findingsOf = (
  memo: Memo,
  material: MemoMaterial,
  missingGlyphs: readonly MissingGlyph[] = [],
): readonly MemoFinding[] =>
  runSteps(
    listFindings({
      memo,
      material,
      document: buildMemoDocument(memo, material),
      citations: resolveCitations(memo.content, material),
      missingGlyphs,
    }),
  );

/** A finding on one line: "warning head-incomplete: “For” is empty." */
export const tell = ({ level, rule, message, intended }: MemoFinding): string =>
  `${intended === null ? level : 'intended'} ${rule}: ${message}`;
