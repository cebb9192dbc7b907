import type { MissingGlyph } from '../../memo/document/missing-glyph.ts';
import type { TemplateFailure } from '../../memo/form/word/house-template.ts';
import type { FigureFailure } from '../memo-figure.ts';

/** Failures about memos, forms and their export. */
export type MemoError =
  /** A sent or superseded memo stays as it was sent. */
  | { readonly code: 'memo-is-sent'; readonly referenceNumber: string }
  /** A draft is edited, not superseded. */
  | { readonly code: 'memo-not-sent'; readonly referenceNumber: string }
  /** The file has no manifest of a memo: it was not exported by Precis, or in a format without one. */
  | { readonly code: 'no-manifest'; readonly file: string }
  /** The file contains no usable form; what is wrong, with its line if known. */
  | {
      readonly code: 'form-unreadable';
      readonly file: string;
      readonly problems: readonly { readonly line: number | null; readonly message: string }[];
    }
  /** The file is not a supported citation style, or the engine refuses it; a sentence says why. */
  | { readonly code: 'citation-style-unusable'; readonly style: string; readonly reason: string }
  /** The picture can't be a logo. */
  | { readonly code: 'picture-unusable'; readonly file: string; readonly why: PictureFailure }
  /** The file can't be the Word template of a form. */
  | { readonly code: 'template-unusable'; readonly file: string; readonly why: TemplateFailure }
  /** The picture can't be that of a figure. */
  | { readonly code: 'figure-unusable'; readonly file: string; readonly why: FigureFailure }
  /** Figures, by their numbers, whose picture is missing, or that nothing describes. */
  | {
      readonly code: 'figures-unprintable';
      readonly missing: readonly number[];
      readonly undescribed: readonly number[];
    }
  /** The file was exported from another archive. */
  | { readonly code: 'foreign-file'; readonly file: string }
  | { readonly code: 'evidence-changed'; readonly count: number }
  /** Quotations that differ from their source without a stated reason. */
  | { readonly code: 'misquoted'; readonly count: number }
  /** Cross references whose target is gone. */
  | { readonly code: 'references-missing'; readonly count: number }
  /** The words of a judgement, or the table of changes, state another likelihood than was chosen. */
  | { readonly code: 'judgements-contradicted'; readonly count: number }
  /** The memo's marking is below that of what it cites; `needed` is the minimum label or banner. */
  | { readonly code: 'marking-below-evidence'; readonly needed: string }
  /** A saved search finds more passages than an annex shows. */
  | {
      readonly code: 'annex-too-large';
      readonly search: string;
      readonly found: number;
      readonly most: number;
    }
  | { readonly code: 'missing-glyphs'; readonly glyphs: readonly MissingGlyph[] }
  | { readonly code: 'pdf-failed'; readonly diagnostics: readonly string[] }
  | { readonly code: 'print-failed'; readonly reason: PrintFailure };

/** Why a picture can't be a logo: its bytes are too many, or are none of a PNG, a JPEG or an SVG that can be drawn. */
export type PictureFailure = 'too-large' | 'no-picture';

/** Why nothing was printed: the system knows no printer, or the one that was chosen did not take the pages. */
export type PrintFailure = 'no-printer' | 'refused';
