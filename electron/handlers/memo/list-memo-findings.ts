import type { MemoFinding } from '#domain/contract/memo.ts';
import { listFindings } from '#domain/memo/checks/list-findings.ts';
import type { MissingGlyph } from '#domain/memo/document/missing-glyph.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { PreparedMemo } from './prepare-memo.ts';

/**
 * What the rules find in a memo and in what it prints. It yields to the event loop: words that stand in a long text a
 * hundred thousand times are looked at in many places.
 */
export const listMemoFindings = (
  prepared: PreparedMemo,
  missingGlyphs: readonly MissingGlyph[],
): Promise<readonly MemoFinding[]> =>
  runYielding(listFindings({ ...prepared, missingGlyphs }), createYielder());
