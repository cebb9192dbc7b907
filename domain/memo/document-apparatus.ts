/**
 * What an export puts around a memo: letterhead, pictures, the key to its signs, the annex, and the metadata of
 * the file.
 */

import type { PassageId, Sha256 } from '../ids.ts';
import type { Direction, Pinpoint } from './document-run.ts';
import type { ContentsPlace } from './form/form.ts';
import type { WordTemplate } from './form/word/word-template.ts';

/**
 * The metadata of an exported file for `precis verify`: the memo it belongs to, and what it quotes. It is not
 * printed. Null where a file is not to carry it, and in a preview. Records of the archive appear in it under names
 * from which their ids cannot be derived: see namesIn.
 */
export type DocumentManifest = {
  readonly archive: string;
  readonly memo: string;
  readonly snapshot: string;
  readonly quotes: readonly {
    readonly article: string;
    readonly passage: string;
    readonly exactSha256: Sha256;
  }[];
  /** Of a memo that was sent: the hash of its snapshot, which names those before it. */
  readonly chainSha256?: Sha256;
  /** In a file for reviewers: the round for which it was made. */
  readonly round?: string;
  /** Of files of before version 2: the names are the ids themselves. */
  readonly isById?: true;
};

/** A comment in a file for reviewers, with its replies behind it. */
export type DocumentComment = {
  /** The name of the paragraph that it is about, and its words there; empty for all of it. */
  readonly paragraph: string;
  readonly exact: string;
  readonly thread: readonly {
    readonly writer: string;
    /** ISO 8601 to the second. */
    readonly at: string;
    readonly text: string;
    readonly isDone: boolean;
  }[];
};

/** What a sign of the memo means: "B", "Usually reliable"; "likely", "55 to 80 %". */
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

/** One entry of the key: a thing that a reader may not know how to read. */
export type KeyEntry = {
  readonly subject: KeySubject;
  /** "Likelihood" */
  readonly name: string;
  /** Whole sentences; they name the standard. */
  readonly text: string;
  /** Lists printed side by side: the letters, and the digits. */
  readonly signs: readonly (readonly KeySign[])[];
};

/** "How to read this memo": only what the memo uses. */
export type DocumentKey = {
  /** `long`: at the end of a memo that fills three pages, and omitted from a shorter one or a file without pages. */
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
  /** "22 April 2024", and of a copy that a newer one follows "version of 21 April 2026" */
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

/** A printed picture: its bytes, its size in pixels, and its alternative text. */
export type DocumentPicture = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

/** What an export puts around a memo. It is chosen for each file, and never stored in a snapshot. */
export type DocumentApparatus = {
  /** The memo's kind, after its form: "Situation report". */
  readonly kind: string;
  /** The lines above the title; empty where the form of the memo has none. */
  readonly letterhead: readonly string[];
  /** The picture with them; null where the form has none. */
  readonly logo: DocumentPicture | null;
  /** The pictures of the figures in Base64, by their SHA-256; one that is not here is missing. */
  readonly pictures: Readonly<Record<string, string>>;
  /** The Word template of its form; absent where the form has none. */
  readonly wordTemplate?: WordTemplate;
  readonly key: DocumentKey | null;
  readonly contents: ContentsPlace;
  /** In the order in which the memo cites them; empty where none are printed. */
  readonly annex: readonly AnnexPassage[];
  /** The name of the search that finds them; null of those that the memo cites. */
  readonly annexSearch: string | null;
  /** Who gets it. */
  readonly distribution: readonly string[];
  /** "3 of 12"; empty where copies are not numbered. */
  readonly copyNumber: string;
  /**
   * Of a memo that was sent: the hash of its snapshot, by which paper too says whether it was left as it was; null
   * where it is not printed.
   */
  readonly sentSha256: string | null;
  readonly hasLineNumbers: boolean;
  /** Whether the file says in its properties whose it is. */
  readonly hasProperties: boolean;
  readonly manifest: DocumentManifest | null;
  /** In a file for reviewers: the earlier comments on the memo. */
  readonly comments?: readonly DocumentComment[];
};

/** Of a memo around which nothing is put. */
export const bareApparatus: DocumentApparatus = {
  kind: 'Briefing memo',
  letterhead: [],
  logo: null,
  pictures: {},
  key: null,
  contents: 'long',
  annex: [],
  annexSearch: null,
  distribution: [],
  copyNumber: '',
  sentSha256: null,
  hasLineNumbers: false,
  hasProperties: true,
  manifest: null,
};
