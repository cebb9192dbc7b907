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
  /** The chosen file contains no usable OCR language data. The previous data stay. */
  | { readonly code: 'ocr-language-refused'; readonly file: string; readonly why: OcrLanguageFailure }
  /** `no-text-brought`: an export has neither the text of an article nor words that were highlighted in it. */
  | { readonly code: ImportFailure | 'no-text-brought' }
  /** The files are no export of that tool. */
  | { readonly code: 'not-of-tool'; readonly tool: Tool }
  /** The chosen folder can't be an inbox. The previous one is still watched. */
  | { readonly code: 'inbox-refused'; readonly folder: string; readonly why: InboxRefusal }
  | { readonly code: 'already-here'; readonly articleId: string }
  | { readonly code: 'clipboard-empty' };

/** `holds-backups`: it contains backups, or is inside their folder. */
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
  /** Elements are nested deeper than supported. */
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
  /** Unpacked, it would be larger or reach further than any document. */
  'document-unsafe',
  /** Its pages are pictures without readable text. */
  'pages-are-pictures',
  /** So little of a page was kept that somebody has to compare them first. */
  'little-text',
  'importer-crashed',
  'importer-timeout',
  'importer-out-of-memory',
] as const;

export type ImportFailure = (typeof importFailures)[number];
