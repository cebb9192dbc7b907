/**
 * The document model of a memo: what is printed, resolved to the last word, in reading order. Each export format
 * is a writer over it. Pure data, no clock; it crosses a process boundary as JSON.
 *
 * Lengths, fonts and colours are the writer's business, except the marking's doctrine colours.
 */
import type { ArchiveId, ArticleId, MemoId, PassageId, Sha256, SnapshotId } from '../ids.ts';
import type { Label } from '../passage/label.ts';
import type { Direction, Pinpoint, Run } from './document-run.ts';
import type { FigureSize } from './figure/figure.ts';
import type { StoredPicture } from './figure/stored-picture.ts';
import type { HeadingLevel, SectionRole } from './memo-content.ts';

export type { Direction, Pinpoint, Run } from './document-run.ts';

export type ParagraphBlock = {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** In a memo whose paragraphs are numbered, from 1 through all of it; left out for a paragraph without a number. */
  readonly number?: number;
  /** The line above a table, kept with it, or the one below it; left out for any other paragraph. */
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
  readonly items: readonly (readonly DocumentBlock[])[];
};

/** A whole rectangle of cells in reading order, each with its place. */
export type TableBlock = {
  readonly kind: 'table';
  readonly columns: number;
  /** Rows from the top that hold header cells only; a writer repeats them on every page. */
  readonly headerRows: number;
  readonly cells: readonly {
    readonly column: number;
    readonly row: number;
    readonly colspan: number;
    readonly rowspan: number;
    readonly isHeader: boolean;
    /** Left out where its words stand at the beginning of their column. */
    readonly align?: 'centre' | 'end';
    readonly blocks: readonly DocumentBlock[];
  }[];
};

export type JudgementBlock = {
  readonly kind: 'judgement';
  /** From 1, through the whole memo. */
  readonly number: number;
  /** The chosen term, e.g. "very likely". It stands in bold in `statement`, or before it where it was not written. */
  readonly likelihood: string | null;
  readonly statement: readonly Run[];
  /** "Confidence: moderate; one official line." — a sentence of its own (ICD 203). */
  readonly confidence: string | null;
  readonly assumptions: string | null;
  readonly wouldChange: string | null;
};

export type QuotationBlock = {
  readonly kind: 'quotation';
  readonly passageId: PassageId;
  /** Verbatim, one entry per part that is quoted; between two of them words were left out. */
  readonly quotes: readonly string[];
  /** Which of them go on behind “[…]” on the line of the one before, from 0; left out where each has lines of its own. */
  readonly runOn?: readonly number[];
  readonly label: Label;
  readonly lang: string | null;
  readonly dir: Direction;
  readonly pinpoint: Pinpoint;
  /** "Officials (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 2" */
  readonly attribution: string;
  /** "C2 via Harbour Dispatch (C)", or null where nothing is graded. */
  readonly grade: string | null;
};

/** A picture that is part of the text, with its words; they are empty where nothing is said. */
export type FigureBlock = {
  readonly kind: 'figure';
  /** From 1, through the whole memo. */
  readonly number: number;
  /** Which picture; its bytes are those of `pictures`. */
  readonly picture: StoredPicture;
  readonly size: FigureSize;
  readonly alt: string;
  readonly caption: string;
  readonly source: string;
};

export type DocumentBlock =
  | ParagraphBlock
  | FigureBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  | JudgementBlock
  | QuotationBlock;

export type DocumentSection = {
  readonly role: SectionRole;
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
};

export type DocumentSource = {
  readonly number: number;
  /** The citation in full, e.g. `Harbour Dispatch, “Envoy carries a warning”, 22 April 2024, accessed 23 April 2024.` */
  readonly text: string;
  readonly url: string | null;
  /** "Reliability C, fairly reliable.", or null where the publication has none. */
  readonly reliability: string | null;
  /**
   * What bears on the quality of the source (ICD 206, source descriptor), and that its stored text was changed after it
   * was imported; null where nothing is said.
   */
  readonly descriptor: string | null;
  /** The copy that was cited: SHA-256 of its canonical text as it is quoted. Printed in the annex only; null where it is missing. */
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

/** A follow-up as printed; empty strings where nothing is set. */
export type DocumentTask = {
  readonly title: string;
  readonly owner: string;
  readonly due: string;
  readonly isDone: boolean;
};

/**
 * What the memo is beside its content, on every page: "DRAFT 2", "(not for citation)", or "SUPERSEDED", "by PM-2024-018
 * of 30 April 2024".
 */
export type DocumentStatus = { readonly word: string; readonly detail: string };

/**
 * What an exported file says of itself to `precis verify`: whose it is, and what it quotes. It is not printed. Null where
 * a file is not to carry it, and in a preview.
 */
export type DocumentManifest = {
  readonly archiveId: ArchiveId;
  readonly memoId: MemoId;
  readonly snapshotId: SnapshotId;
  readonly quotes: readonly {
    readonly articleId: ArticleId;
    readonly passageId: PassageId;
    readonly exactSha256: Sha256;
  }[];
};

/** What a sign of the memo stands for: "B", "Usually reliable"; "likely", "55 to 80 %". */
export type KeySign = {
  readonly sign: string;
  readonly meaning: string;
  /** Whether the memo uses it; a scale is shown whole. */
  readonly isUsed: boolean;
};

export const keySubjects = [
  'likelihood',
  'confidence',
  'grades',
  'references',
  'handling',
  'portions',
  'state',
] as const;
export type KeySubject = (typeof keySubjects)[number];

/** One thing that a reader may not know how to read. */
export type KeyEntry = {
  readonly subject: KeySubject;
  /** "Likelihood" */
  readonly name: string;
  /** Whole sentences; they name the standard. */
  readonly text: string;
  /** Lists that stand beside each other: the letters, and the digits. */
  readonly signs: readonly (readonly KeySign[])[];
};

/** "How to read this memo": what the memo uses, and nothing else. */
export type DocumentKey = {
  /** `long`: at the end of a memo that fills three pages, and left out of one that is shorter or has none. */
  readonly place: 'long' | 'end' | 'cover';
  readonly entries: readonly KeyEntry[];
};

/** Words of a source as stored; nothing of them is changed. */
export type AnnexWords = { readonly text: string; readonly isCited: boolean };

/** A cited passage in its paragraphs. */
export type AnnexPassage = {
  readonly passageId: PassageId;
  readonly pinpoint: Pinpoint;
  /** "State Department official (unnamed)", or null where nobody speaks. */
  readonly speaker: string | null;
  /** "Harbour Dispatch", or the title where no publication is known. */
  readonly publication: string;
  /** "22 April 2024" */
  readonly published: string | null;
  readonly accessed: string | null;
  /** "B3 via Harbour Dispatch (C)"; "Not graded" where nothing is. */
  readonly grade: string;
  /** The grade with which the memo was sent, where it is another one now. */
  readonly gradeThen: string | null;
  /** Each a paragraph of the source; "[…]" where one is too long to be shown whole. */
  readonly paragraphs: readonly (readonly AnnexWords[])[];
  /** How the memo prints the quotation where it shortens it, each way once: “one […] other”. */
  readonly shortened: readonly string[];
  readonly lang: string | null;
  readonly dir: Direction;
  /** The analyst's own note on the passage; null where it is not to be seen. */
  readonly note: string | null;
  /** SHA-256 of the quoted words; null where hashes are not printed. */
  readonly quoteSha256: string | null;
};

/** A picture that is printed: its bytes, its size in pixels, and the words that stand for it. */
export type DocumentPicture = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

/** What an export puts around a memo. It is chosen for each file, and no snapshot holds it. */
export type DocumentApparatus = {
  /** What the memo is called, after its form: "Situation report". */
  readonly kind: string;
  /** The lines above the title; empty where the form of the memo has none. */
  readonly letterhead: readonly string[];
  /** The picture with them; null where the form has none. */
  readonly logo: DocumentPicture | null;
  /** The pictures of the figures in Base64, by their SHA-256; one that is not here is missing. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly key: DocumentKey | null;
  /** In the order in which the memo cites them; empty where none are printed. */
  readonly annex: readonly AnnexPassage[];
  /** The name of the search that finds them; null of those that the memo cites. */
  readonly annexSearch: string | null;
  /** Who gets it. */
  readonly distribution: readonly string[];
  /** "3 of 12"; empty where copies are not numbered. */
  readonly copyNumber: string;
  readonly hasLineNumbers: boolean;
  /** Whether the file says in its properties whose it is. */
  readonly hasProperties: boolean;
  readonly manifest: DocumentManifest | null;
};

/** Of a memo around which nothing is put. */
export const bareApparatus: DocumentApparatus = {
  kind: 'Briefing memo',
  letterhead: [],
  logo: null,
  pictures: {},
  key: null,
  annex: [],
  annexSearch: null,
  distribution: [],
  copyNumber: '',
  hasLineNumbers: false,
  hasProperties: true,
  manifest: null,
};

/** What the memo itself says: it is frozen as it is sent. */
export type FrozenDocument = {
  readonly title: string;
  readonly referenceNumber: string;
  readonly for: string;
  readonly from: string;
  /** As printed: "17 to 24 April 2024"; left out where the memo covers none. */
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
  readonly sections: readonly DocumentSection[];
  readonly tasks: readonly DocumentTask[];
  readonly sources: readonly DocumentSource[];
  /** "likely = 55 to 80 % (ICD 203)": the terms that the memo uses, null where it uses none. */
  readonly lexiconNote: string | null;
};

export type MemoDocument = FrozenDocument & DocumentApparatus;
