import type { missingForCitation } from '../../article/bibliography/bibliography.ts';
import type { ArticleId, JudgementId, PassageId } from '../../ids.ts';
import type { Marking } from '../../tradecraft/marking.ts';
import type { EvidenceState } from '../citations/resolved-citation.ts';
import type { MissingGlyph } from '../document/missing-glyph.ts';
import type { QuoteFault } from '../verbatim/quote-fault.ts';

/**
 * What stands in the way of a hand-over (must), ought to be seen before it (should), or would stand in the way, had
 * a person not stated why it is right as it is (overruled).
 */
type Severity =
  | { readonly severity: 'must' | 'should' }
  | { readonly severity: 'overruled'; readonly reason: string };

export type MemoProblem = Severity &
  (
    | {
        readonly kind: 'evidence-changed';
        readonly passageId: PassageId;
        /** The name of the cited article; null where it is missing. */
        readonly article: string | null;
        readonly state: EvidenceState;
      }
    /** Marked below what it cites (must), or not at all while what it cites is marked (should). */
    | {
        readonly kind: 'marking-below-evidence';
        readonly needed: Marking;
        /** The names of the articles that are marked so, in the order of the list of sources. */
        readonly articles: readonly string[];
      }
    | { readonly kind: 'judgement-without-likelihood-or-confidence'; readonly judgementId: JudgementId }
    | { readonly kind: 'judgement-without-citation'; readonly judgementId: JudgementId }
    /** It cites several articles, which carry one text: they are one source. */
    | {
        readonly kind: 'judgement-of-one-text';
        readonly judgementId: JudgementId;
        readonly articles: readonly string[];
      }
    /** A cited passage is graded 1 without a reason, and nothing of another origin supports it. */
    | {
        readonly kind: 'confirmed-by-no-other-origin';
        readonly passageId: PassageId;
        readonly article: string | null;
      }
    /** The statement says one term of the lexicon, the choice beside it another. */
    | {
        readonly kind: 'judgement-says-another-likelihood';
        readonly judgementId: JudgementId;
        readonly chosen: string;
        readonly written: string;
      }
    | {
        readonly kind: 'likelihood-and-confidence-in-one-sentence';
        readonly judgementId: JudgementId | null;
        readonly sentence: string;
      }
    /** Words of a cited passage, or typed in quotation marks beside a citation, that its article does not say so. */
    | {
        readonly kind: 'quote-not-verbatim';
        readonly passageId: PassageId;
        readonly quote: string;
        readonly fault: QuoteFault;
      }
    /** Words in quotation marks, and no citation in their paragraph. */
    | { readonly kind: 'quoted-not-cited'; readonly quote: string }
    /** Typed words that the cited article gives to another than the cited passage's speaker. */
    | {
        readonly kind: 'quote-of-another-speaker';
        readonly passageId: PassageId;
        readonly quote: string;
        readonly speaker: string;
      }
    /** A cited passage holds words that its article strikes out: printed plain, they are said again. */
    | {
        readonly kind: 'quote-of-struck-words';
        readonly passageId: PassageId;
        readonly words: readonly string[];
      }
    | { readonly kind: 'empty-section'; readonly heading: string }
    /** A list in the section has more levels than are printed: what is deeper stands in the last of them. */
    | { readonly kind: 'list-too-deep'; readonly heading: string }
    | { readonly kind: 'head-incomplete'; readonly field: 'for' | 'from' }
    | {
        readonly kind: 'citation-incomplete';
        readonly articleId: ArticleId;
        readonly article: string;
        /** In the order in which it is asked for, never empty. */
        readonly missingFields: ReturnType<typeof missingForCitation>;
      }
    /** Terms that are not of the memo's lexicon. */
    | { readonly kind: 'mixed-lexicons'; readonly terms: readonly string[] }
    | { readonly kind: 'missing-glyph'; readonly glyph: MissingGlyph }
  );
