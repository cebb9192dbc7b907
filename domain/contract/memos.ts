/** What the window needs to show, check and hand over a memo. */
import type { ArticleId, JudgementId, MemoId, PassageId } from '../ids.ts';
import type { Memo, Paper } from '../memo/memo.ts';
import type { Passage } from '../passage/passage.ts';
import type { Task } from '../task/task.ts';
import type { Grade } from '../tradecraft/grade.ts';
import type { MissingGlyph } from './errors.ts';

/** What became of the evidence behind a citation. */
export type EvidenceState = 'ok' | 'changed' | 'deleted' | 'missing';

/** A citation resolved: what its chip shows. */
export type ResolvedCitation = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly state: EvidenceState;
  /** The number of its article in the list of sources, from 1 by first citation. */
  readonly number: number;
  readonly paragraph: number | null;
  readonly quote: string;
  readonly articleTitle: string | null;
  /** "State Department official (unnamed)" — null where no speaker is set. */
  readonly speaker: string | null;
  readonly publication: string | null;
  readonly grade: Grade;
  readonly passage: Passage | null;
};

export type OpenMemo = {
  readonly memo: Memo;
  readonly tasks: readonly Task[];
  readonly citations: readonly ResolvedCitation[];
};

/** What stands in the way of a hand-over (must) or ought to be seen before it (should). */
export type MemoProblem = { readonly severity: 'must' | 'should' } & (
  | { readonly kind: 'evidence-changed'; readonly passageId: PassageId; readonly state: EvidenceState }
  | { readonly kind: 'marking-below-evidence'; readonly needed: string }
  | { readonly kind: 'judgement-without-likelihood-or-confidence'; readonly judgementId: JudgementId }
  | { readonly kind: 'judgement-without-citation'; readonly judgementId: JudgementId }
  | {
      readonly kind: 'likelihood-and-confidence-in-one-sentence';
      readonly judgementId: JudgementId | null;
      readonly sentence: string;
    }
  | { readonly kind: 'empty-section'; readonly heading: string }
  | { readonly kind: 'head-incomplete'; readonly field: 'for' | 'from' }
  | {
      readonly kind: 'citation-incomplete';
      readonly articleId: ArticleId;
      readonly lacking: readonly string[];
    }
  | { readonly kind: 'mixed-lexicons' }
  | { readonly kind: 'missing-glyph'; readonly glyph: MissingGlyph }
);

/** How a character that no font has is printed, once the analyst has chosen. */
export type GlyphChoice = 'refuse' | 'code-point';

export type PdfOptions = { readonly paper: Paper; readonly glyphs: GlyphChoice };

export type ExportedFile = { readonly fileName: string; readonly pages: number; readonly bytes: number };

export type MemoPreview = { readonly memoId: MemoId; readonly pdf: Uint8Array; readonly pages: number };
