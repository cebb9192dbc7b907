/**
 * Every expected failure, by code. The union is closed: a new failure gets a code here and words in
 * error-words, or it does not compile. `message`-like prose never crosses the bridge.
 */

import { unsupportedCodes } from '../article/formats/unsupported-formats.ts';
import type { Tool } from '../exchange/tools.ts';
import type { ArticleId, LockedId } from '../ids.ts';
import type { MissingGlyph } from '../memo/document/missing-glyph.ts';
import type { FigureFailure } from './memo-figure.ts';
import type { OcrLanguageFailure } from './ocr.ts';

export type { MissingGlyph } from '../memo/document/missing-glyph.ts';

export type AppError =
  | { readonly code: 'archive-not-found' }
  | {
      readonly code: 'archive-locked';
      readonly host: string;
      readonly pid: number;
      readonly isSameHost: boolean;
    }
  | { readonly code: 'folder-not-an-archive' }
  /** The open archive's folder is not where it was, or another stands there. Nothing was written. */
  | { readonly code: 'archive-gone'; readonly folder: string; readonly found: 'nothing' | 'another' }
  /** The lock of the open archive is another's now, or gone (null). Nothing was written. */
  | {
      readonly code: 'lock-lost';
      readonly holder: { readonly host: string; readonly pid: number; readonly isSameHost: boolean } | null;
    }
  /**
   * Another program has changed what was to be written, each in its own way. Nothing was written; what the other has
   * made of it is in the archive, and the same act, asked for again, takes its place.
   */
  | {
      readonly code: 'changed-outside';
      readonly file: string;
      /** Whether the other program has removed the whole file: the act, asked for again, makes it again. */
      readonly isGone: boolean;
      readonly collisions: readonly OutsideCollision[];
    }
  | { readonly code: 'archive-newer'; readonly file: string; readonly version: number }
  | { readonly code: 'archive-damaged'; readonly file: string; readonly quarantinedAs: string | null }
  /** A file was to be exported to a place inside an archive, whose own files might be overwritten there. */
  | { readonly code: 'place-in-archive'; readonly folder: string }
  /** A file of that name is there, and was not to be replaced. */
  | { readonly code: 'file-exists'; readonly file: string }
  /** The bytes of a file can't be had, and may be sound: nothing is put in its place. */
  | { readonly code: 'archive-unreadable'; readonly file: string; readonly reason: ReadFailure }
  /** The text of a cited article is not the one that was sealed, and was not accepted: it can be read, not used. */
  | { readonly code: 'text-altered'; readonly articleId: ArticleId }
  /** The text can't be made anew from the original; nothing was changed. */
  | { readonly code: 'text-not-restored'; readonly why: RestoreFailure }
  /** A PDF asks for a password; it waits to be unlocked under an id. Nothing was written. */
  | { readonly code: 'file-locked'; readonly lockedId: LockedId; readonly fileName: string }
  /** The data of a language for OCR are missing, damaged, or of a kind that is not read. No page was read. */
  | { readonly code: 'ocr-language-unusable' }
  /** The file that was chosen holds no data of a language for OCR that can be used. What was there before stays. */
  | { readonly code: 'ocr-language-refused'; readonly file: string; readonly why: OcrLanguageFailure }
  /** The original of an article can't be shown: there are no bytes, or others than were imported. */
  | { readonly code: 'original-unusable'; readonly why: OriginalFault }
  | { readonly code: 'write-failed'; readonly file: string; readonly reason: WriteFailure }
  /** The archive can't be opened without its passphrase. */
  | { readonly code: 'archive-encrypted' }
  | { readonly code: 'wrong-passphrase' }
  /** The key of an encrypted archive is missing or damaged, and so is its copy. Nothing was changed. */
  | { readonly code: 'key-damaged'; readonly file: string }
  | { readonly code: 'passphrase-too-short'; readonly minCharacters: number }
  /** A new passphrase was wanted, and none was given, or it was typed otherwise the second time. */
  | { readonly code: 'no-new-passphrase' }
  /** The file that a passphrase was to be read from can't be read, or its first line is empty. */
  | { readonly code: 'no-passphrase-in-file'; readonly file: string }
  | { readonly code: 'already-encrypted' }
  | { readonly code: 'not-encrypted' }
  /** A file is a link, and would stay in the clear where it leads. Nothing was changed. */
  | { readonly code: 'link-in-archive'; readonly file: string }
  /** There is no Git on the PATH. */
  | { readonly code: 'git-missing' }
  /** Git could not do what it was asked, in its own words. */
  | { readonly code: 'git-failed'; readonly said: string }
  | { readonly code: 'nothing-to-merge'; readonly why: MergeRefusal }
  | {
      readonly code: 'not-found';
      readonly what: RecordKind;
      readonly id: string;
      /** Names that may be meant: see isNearName. */
      readonly near?: readonly string[];
    }
  | { readonly code: 'changed-since'; readonly what: RecordKind; readonly id: string }
  /** The process with the search index does not run. */
  | { readonly code: 'search-unavailable' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
  | { readonly code: 'invalid-input'; readonly request: string; readonly problems: readonly string[] }
  | { readonly code: 'cancelled' }
  /** `no-text-brought`: an export has neither the text of an article nor words that were highlighted in it. */
  | { readonly code: ImportFailure | 'no-text-brought' }
  /** The files are no export of that tool. */
  | { readonly code: 'not-of-tool'; readonly tool: Tool }
  | { readonly code: 'already-here'; readonly articleId: string }
  | { readonly code: 'clipboard-empty' }
  /** The original of an article gives the text that was sealed. */
  | { readonly code: 'reads-the-same' }
  | { readonly code: 'quote-not-found' }
  | { readonly code: 'quote-ambiguous'; readonly matches: number }
  | { readonly code: 'range-not-on-grapheme' }
  /** The place at which a passage is to be split does not stand inside it. */
  | { readonly code: 'cut-outside-passage' }
  | { readonly code: 'passage-not-in-text' }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'would-be-cycle' }
  | { readonly code: 'related-to-itself' }
  | { readonly code: 'already-related' }
  /** Credibility 1 was asked for without a supporting passage of another origin and without a reason. */
  | { readonly code: 'not-confirmed' }
  /** What was sent or superseded is kept as it was sent. */
  | { readonly code: 'memo-is-sent'; readonly referenceNumber: string }
  /** What is still written is changed, not superseded. */
  | { readonly code: 'memo-not-sent'; readonly referenceNumber: string }
  /** The file says nothing of a memo: it was not exported by Precis, or in a format that carries nothing. */
  | { readonly code: 'no-manifest'; readonly file: string }
  /** The file holds no form that Precis can take; what is wrong, with its line where it has one. */
  | {
      readonly code: 'form-unreadable';
      readonly file: string;
      readonly problems: readonly { readonly line: number | null; readonly message: string }[];
    }
  /** The picture can't be a logo. */
  | { readonly code: 'picture-unusable'; readonly file: string; readonly why: PictureFailure }
  /** The files that were chosen hold no spelling dictionary that can be used. What was there before stays. */
  | { readonly code: 'dictionary-refused'; readonly file: string; readonly why: DictionaryFailure }
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
  /** Quotations that do not say what their source says, and for which no reason is stated. */
  | { readonly code: 'misquoted'; readonly count: number }
  /** The memo is marked below what it cites; `needed` is the label or the banner that it must bear at least. */
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
  | { readonly code: 'print-failed'; readonly reason: PrintFailure }
  /** Nobody has said where backups go. */
  | { readonly code: 'no-backup-folder' }
  /** A backup could not be made, or not be read. What was backed up before stays as it is. */
  | { readonly code: 'backup-stopped'; readonly folder: string; readonly why: BackupFailure }
  /** What is restored or unpacked goes to a folder of its own. */
  | { readonly code: 'folder-not-empty'; readonly folder: string }
  /** What was restored or unpacked so far was taken away again. */
  | { readonly code: 'restore-failed'; readonly folder: string; readonly reason: WriteFailure }
  /** The zip is no archive that can be unpacked safely. Nothing was written. */
  | {
      readonly code: 'zip-refused';
      readonly file: string;
      readonly why: ZipFault;
      /** The path in the zip that it is about, null where it is about the whole. */
      readonly entry: string | null;
    }
  /** The process that backs up, restores, packs and unpacks has ended. */
  | { readonly code: 'helper-ended' }
  | { readonly code: 'internal'; readonly reference: string };

/**
 * `folder-missing`: its disk is away, or the backup is no longer in it; `archive-gone`: the archive itself is;
 * `damaged`: what a backup says of itself can't be read.
 */
export type BackupFailure =
  | 'folder-missing'
  | 'disk-full'
  | 'read-only'
  | 'in-use'
  | 'newer'
  | 'damaged'
  | 'archive-gone'
  | 'other';

/** What is wrong with a zip. `checksum`: the bytes are not those that were packed; `ratio`: a bomb. */
export type ZipFault =
  | 'unreadable'
  | 'path-outside'
  | 'not-of-archive'
  | 'link'
  | 'encrypted'
  | 'method'
  | 'reserved-name'
  | 'same-name'
  | 'overlap'
  | 'size'
  | 'checksum'
  | 'too-many'
  | 'too-large'
  | 'ratio'
  | 'no-archive';

/** What became of an original that is not the bytes that were imported. */
export type OriginalFault = 'original-missing' | 'original-altered';

/**
 * Why a text can't be made anew: the original is gone, or is not what was imported; this version of Precis reads
 * another text from it; it can't be read at all; it asks for a password.
 */
export type RestoreFailure = OriginalFault | 'reads-otherwise' | 'reading-failed' | 'locked';
/** One field of a record that another program has changed, and an act wants to be something else. */
export type OutsideCollision = {
  readonly what: RecordKind;
  readonly id: string;
  /** e.g. `note`, `head.title`; null where one side has removed the record for good, which then is null. */
  readonly field: string | null;
  /** JSON values; `undefined` where the side has no such field. */
  readonly ours: unknown;
  readonly theirs: unknown;
};

/** Why a picture can't be a logo: its bytes are too many, or are none of a PNG, a JPEG or an SVG that can be drawn. */
export type PictureFailure = 'too-large' | 'no-picture';

/**
 * Why files are no dictionary: one of the pair of .dic and .aff is missing; they are something else; a part is missing or
 * altered; the encoding has no decoder; it needs words stored backwards; it is larger than any dictionary, or takes
 * longer to read.
 */
export type DictionaryFailure =
  | 'no-pair'
  | 'not-a-dictionary'
  | 'damaged'
  | 'encoding'
  | 'complex-prefixes'
  | 'too-large'
  | 'took-too-long';

/** Why nothing was printed: the system knows no printer, or the one that was chosen did not take the pages. */
export type PrintFailure = 'no-printer' | 'refused';

/**
 * Why there is nothing to merge: the archive is in no repository; it is in no merge; more than two are merged at once;
 * commits are applied anew one by one; the other side is another archive; a side is encrypted.
 */
export type MergeRefusal =
  | 'no-repository'
  | 'no-merge'
  | 'merge-of-several'
  | 'replay'
  | 'other-archive'
  | 'encrypted';

/**
 * Why the bytes of a file can't be had. `not-a-file`: a folder, a pipe, a device, a link that leads nowhere. `encrypted`: in
 * an archive that is not. `leads-out`: a folder that is a link out of the archive.
 */
export type ReadFailure = 'no-permission' | 'not-a-file' | 'leads-out' | 'too-large' | 'encrypted' | 'other';
/**
 * `unreadable-outside`: another program has put something in the place of the file that can't be read; `gone-outside`:
 * it has removed or moved the folder of an article or a memo.
 */
export type WriteFailure =
  | 'disk-full'
  | 'read-only'
  | 'too-large'
  | 'unreadable-outside'
  | 'gone-outside'
  | 'other';
export type RecordKind =
  | 'article'
  | 'passage'
  | 'tag'
  | 'source'
  | 'task'
  | 'memo'
  | 'snapshot'
  | 'form'
  | 'draft'
  | 'search'
  | 'backup'
  | 'conflict';

/** Why a file could not be imported. Nothing was written. */
export const importFailures = [
  'file-missing',
  'file-is-folder',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-too-large',
  /** The bytes may as well be in another encoding: somebody has to look. */
  'encoding-uncertain',
  /** The bytes are not in the encoding that was named. */
  'encoding-mismatch',
  'no-text-found',
  /** Elements that stand in each other, more than are read. */
  'nested-too-deep',
  'too-many-elements',
  /** A kind of file that is known and not read: a code each, with advice of its own. */
  ...unsupportedCodes,
  /** A PDF that can be opened only with a password. */
  'password-needed',
  /** The password that was given is not the one. */
  'password-wrong',
  /** A document of another kind that is locked: Precis can't unlock it. */
  'document-locked',
  /** Its own structure can't be followed, and nothing of it could be read. */
  'document-damaged',
  /** What it unpacks to, or where that would go, is more than a document has. */
  'document-unsafe',
  /** Its pages are pictures, of which no text can be read. */
  'pages-are-pictures',
  'importer-crashed',
  'importer-timeout',
  'importer-out-of-memory',
] as const;
export type ImportFailure = (typeof importFailures)[number];
