/**
 * The document model of a memo: what is printed, resolved to the last word, in reading order. Each export format
 * is a writer over it. Pure data, no clock; it crosses a process boundary as JSON.
 *
 * Lengths, fonts and colours are the writer's business, except the marking's doctrine colours.
 */
import type { AnchorId, PassageId, TranslationId } from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import type { StoredPicture } from '../picture/stored-picture.ts';
import type { MarkedRun } from '../text/sequences/compare-words.ts';
import type { OwnTerms } from '../tradecraft/own-terms.ts';
import type { ListNumbering } from './content/list-numbering.ts';
import type { DocumentApparatus } from './document-apparatus.ts';
import type { Direction, Pinpoint, Run, StyledWords } from './document-run.ts';
import type { FigureSize } from './figure/figure.ts';
import type { WordTemplate } from './form/word/word-template.ts';
import type { HeadingLevel, SectionRole } from './memo-content.ts';
import type { PrintedLanguage } from './print/printed-words.ts';

export type { Direction, Pinpoint, Run, StyledWords } from './document-run.ts';

/** Of a block at which a cross reference points. */
type Anchored = { readonly anchor?: AnchorId };

export type ParagraphBlock = Anchored & {
  readonly kind: 'paragraph';
  /** Whether it stays on the page of the block that follows. */
  readonly keepsNext?: true;
  readonly runs: readonly Run[];
  /** Its number in a memo with numbered paragraphs, from 1 throughout the memo; absent for a paragraph without one. */
  readonly number?: number;
  /** The line above a table, kept with it, or the one below it; absent for any other paragraph. */
  readonly role?: 'table-caption' | 'table-source';
};

/** A sub-heading of a section: `level` 1, or 2 below one of 1, so that no level is skipped (PDF/UA). */
export type HeadingBlock = {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly text: string;
};

export type ListBlock = {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** The number of the first item of an ordered list; absent where it is 1. */
  readonly start?: number;
  /** How the numbers of an ordered list are written; absent where that is `1.`. */
  readonly numbering?: ListNumbering;
  readonly items: readonly (readonly DocumentBlock[])[];
};

/** A whole rectangle of cells in reading order, each with its place. */
export type TableBlock = Anchored & {
  readonly kind: 'table';
  readonly columns: number;
  /** Each column's share of the width; absent where the widths follow the cells' content. */
  readonly widths?: readonly number[];
  /** Rows from the top that hold header cells only; a writer repeats them on every page. */
  readonly headerRows: number;
  readonly cells: readonly {
    readonly column: number;
    readonly row: number;
    readonly colspan: number;
    readonly rowspan: number;
    readonly isHeader: boolean;
    /** Absent where its words are at the beginning of their column. */
    readonly align?: 'centre' | 'end' | 'decimal';
    readonly blocks: readonly DocumentBlock[];
  }[];
};

export type JudgementBlock = Anchored & {
  readonly kind: 'judgement';
  /** From 1, through the whole memo. */
  readonly number: number;
  /**
   * The chosen term, e.g. "very likely". It is in bold in `statement`, or before it where it was not written
   * there.
   */
  readonly likelihood: string | null;
  readonly statement: readonly Run[];
  /** "Confidence: moderate; one official line." — apart from the likelihood (ICD 203). */
  readonly confidence: string | null;
  readonly assumptions: string | null;
  readonly wouldChange: string | null;
};

export type QuotationBlock = {
  readonly kind: 'quotation';
  readonly passageId: PassageId;
  /** Verbatim, one entry per quoted part; words were left out between two of them. */
  readonly quotes: readonly string[];
  /**
   * Indexes, from 0, of the parts that continue after “[…]” on the line of the part before; absent where each part
   * has lines of its own.
   */
  readonly runOn?: readonly number[];
  readonly label: LabelId;
  readonly lang: string | null;
  readonly dir: Direction;
  /** The translation that `quotes` are from, within its marks; absent where they are the words of the source. */
  readonly translationId?: TranslationId;
  /** Below a translation, the words of the source, one entry a part as in `quotes`; absent otherwise. */
  readonly original?: {
    readonly quotes: readonly string[];
    readonly lang: string | null;
    readonly dir: Direction;
  };
  readonly pinpoint: Pinpoint;
  /** The citation as laid by a citation style; absent where it is the pinpoint. See citationOf. */
  readonly cited?: Run;
  /** "Officials (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 2" */
  readonly attribution: string;
  /** "C2 via Harbour Dispatch (C)", or null where nothing is graded. */
  readonly grade: string | null;
};

/** A block quotation that was typed or pasted: it names no passage, and nothing in it is verified evidence. */
export type OwnQuotationBlock = {
  readonly kind: 'own-quotation';
  readonly blocks: readonly ParagraphBlock[];
};

/** A picture that is part of the text, with its words; they are empty where not given. */
export type FigureBlock = Anchored & {
  readonly kind: 'figure';
  /** From 1, through the whole memo. */
  readonly number: number;
  /** Which picture; its bytes are those of `pictures`. */
  readonly picture: StoredPicture;
  readonly size: FigureSize;
  readonly alt: string;
  readonly caption: string;
  /** For a figure that shows a passage: the speaker, the place, its number among the sources, and its grade. */
  readonly source: string;
  /** The place of the passage that it shows; absent where it shows none. */
  readonly pinpoint?: Pinpoint;
};

/** What follows begins on a new page. */
export type PageBreakBlock = { readonly kind: 'page-break' };

export type DocumentBlock =
  | ParagraphBlock
  | PageBreakBlock
  | FigureBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  | JudgementBlock
  | QuotationBlock
  | OwnQuotationBlock;

export type DocumentSection = Anchored & {
  readonly role: SectionRole;
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
};

/** A source as an entry of a bibliography. */
export type SourceEntry = {
  readonly words: readonly StyledWords[];
  /**
   * Its position in the style's list, from 1: then the list has no numbers. Absent where it is listed by its
   * number.
   */
  readonly at?: number;
};

export type DocumentSource = {
  readonly number: number;
  /**
   * The citation in full, e.g. `Harbour Dispatch, “Envoy carries a warning”, 22 April 2024, accessed 23 April 2024.`
   */
  readonly text: string;
  /** The entry as laid by a citation style, with its address; absent where no style is followed. */
  readonly entry?: SourceEntry;
  readonly url: string | null;
  /** "Reliability C, fairly reliable.", or null where the publication has none. */
  readonly reliability: string | null;
  /**
   * Remarks on the quality of the source (ICD 206, source descriptor), and that its stored text was changed after
   * import; null where there are none.
   */
  readonly descriptor: string | null;
  /**
   * The copy that was cited: SHA-256 of its canonical text as it is quoted. Printed in the annex only; null where it is
   * missing.
   */
  readonly textSha256: string | null;
  /** "23 April 2024" */
  readonly importedOn: string | null;
};

export type DocumentMarking = {
  readonly text: string;
  readonly textColour: string;
  readonly background: string;
  /** What a TLP label permits, e.g. "the community"; null for an own banner. */
  readonly disclosure: string | null;
};

/** The formats of a table that is handed over by itself. */
export const tableFormats = ['docx', 'csv', 'html'] as const;
export type TableFormat = (typeof tableFormats)[number];
/** What each is called, and what it is for; its name is the ending of its files. */
export const tableFormatTable: Readonly<
  Record<TableFormat, { readonly name: string; readonly says: string }>
> = {
  docx: { name: 'Word document', says: 'DOCX, on pages turned by a quarter' },
  csv: { name: 'Table', says: 'CSV, for a spreadsheet' },
  html: { name: 'Web page', says: 'HTML, in one file' },
};
/** The format of a file by its ending, in any case; null for another. */
export const tableFormatOf = (fileName: string): TableFormat | null =>
  tableFormats.find((format) => fileName.toLowerCase().endsWith(`.${format}`)) ?? null;

/** The words of a cell, or those of two versions in one text. */
export type TableWords = string | readonly MarkedRun[];

/** A table of words that is handed over by itself. */
export type PrintedTable = {
  readonly name: string;
  /** BCP 47: the language of its words. */
  readonly language: string;
  /** The facts below its name, a line each; for a record of a memo, first its reference number. */
  readonly facts: readonly string[];
  /** Of what it quotes; null where that has none. */
  readonly marking: DocumentMarking | null;
  readonly restrictions: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableWords[])[];
  /** The name of the marking's column, where each row has a marking. */
  readonly markingName: string;
  /** The Word template of a form; absent where there is none. */
  readonly wordTemplate?: WordTemplate;
  /** The author and the time of the changes that it marks, as Word tracks them; absent where it marks none. */
  readonly tracked?: { readonly by: string; readonly at: string };
};

/** A follow-up as printed; empty strings where nothing is set. */
export type DocumentTask = {
  readonly title: string;
  readonly owner: string;
  readonly due: string;
  readonly isDone: boolean;
};

/**
 * The status of the memo, printed on every page: "DRAFT 2", "(not for citation)", or "SUPERSEDED", "by PM-2024-018
 * of 30 April 2024".
 */
export type DocumentStatus = { readonly word: string; readonly detail: string };

/** The content of the memo itself, which is frozen when it is sent. */
export type FrozenDocument = {
  readonly title: string;
  readonly referenceNumber: string;
  readonly for: string;
  readonly from: string;
  /** As printed: "17 to 24 April 2024"; absent where the memo covers no period. */
  readonly period?: string;
  /** As printed: "24 April 2024, 09:00 UTC". */
  readonly asOf: string;
  /** The same instant, seconds since the epoch, UTC: the PDF's creation date. */
  readonly asOfEpochSeconds: number;
  readonly marking: DocumentMarking | null;
  readonly restrictions: string;
  /** Null for an original that still stands. */
  readonly status: DocumentStatus | null;
  /** BCP 47. */
  readonly language: string;
  /** The language of the words that Precis adds; absent where it is English. */
  readonly printedIn?: PrintedLanguage;
  /** Its form's own words for the doctrine's terms; absent where it has none. */
  readonly terms?: OwnTerms;
  readonly sections: readonly DocumentSection[];
  readonly tasks: readonly DocumentTask[];
  readonly sources: readonly DocumentSource[];
  /** "likely = 55 to 80 % (ICD 203)": the terms that the memo uses, null where it uses none. */
  readonly lexiconNote: string | null;
};

export type MemoDocument = FrozenDocument & DocumentApparatus;
