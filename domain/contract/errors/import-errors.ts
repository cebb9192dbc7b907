import { unsupportedCodes } from '../../article/formats/unsupported-formats.ts';
import type { Tool } from '../../exchange/tools.ts';
import type { LockedId } from '../../ids.ts';
import type { OcrLanguageFailure } from '../ocr.ts';

/** Failures of import. */
export type ImportError =
  /** A PDF asks for a password; it waits to be unlocked under an id. Nothing was written. */
  | { readonly code: 'file-locked'; readonly lockedId: LockedId; readonly fileName: string }
  /** The data of a language for OCR are missing, damaged, or of a kind that is not read. No page was read. */
  | { readonly code: 'ocr-language-unusable' }
  /** The file that was chosen holds no data of a language for OCR that can be used. What was there before stays. */
  | { readonly code: 'ocr-language-refused'; readonly file: string; readonly why: OcrLanguageFailure }
  /** `no-text-brought`: an export has neither the text of an article nor words that were highlighted in it. */
  | { readonly code: ImportFailure | 'no-text-brought' }
  /** The files are no export of that tool. */
  | { readonly code: 'not-of-tool'; readonly tool: Tool }
  /** The folder that was chosen can't be an inbox. What was watched before still is. */
  | { readonly code: 'inbox-refused'; readonly folder: string; readonly why: InboxRefusal }
  | { readonly code: 'already-here'; readonly articleId: string }
  | { readonly code: 'clipboard-empty' };

/** `holds-backups`: backups lie in it, or it lies among them. */
export type InboxRefusal = 'in-archive' | 'holds-archive' | 'holds-backups';

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
  /** So little of a page was kept that somebody has to compare them first. */
  'little-text',
  'importer-crashed',
  'importer-timeout',
  'importer-out-of-memory',
] as const;

export type ImportFailure = (typeof importFailures)[number];
