/** What the window needs to show, check and hand over a memo. */
import type { MemoId } from '../ids.ts';
import type { ResolvedCitation } from '../memo/citations/resolved-citation.ts';
import type { Memo, Paper } from '../memo/memo.ts';
import type { Task } from '../task/task.ts';

export type { MemoProblem } from '../memo/checks/memo-problem.ts';
export type { ResolvedCitation } from '../memo/citations/resolved-citation.ts';

export type OpenMemo = {
  readonly memo: Memo;
  readonly tasks: readonly Task[];
  readonly citations: readonly ResolvedCitation[];
};

/** How a character that no font has is printed, once the analyst has chosen. */
export type GlyphChoice = 'refuse' | 'code-point';

export type PdfOptions = { readonly paper: Paper; readonly glyphs: GlyphChoice };

export type ExportedFile = { readonly fileName: string; readonly pages: number; readonly bytes: number };

export type MemoPreview = { readonly memoId: MemoId; readonly pdf: Uint8Array; readonly pages: number };
