import { type DocumentKey, keySubjects } from '../document-apparatus.ts';
import type { MemoDocument } from '../memo-document.ts';
import type { ExportParts } from './export-parts.ts';
import { type KeyOf, keyEntryOf } from './key-entries.ts';

/** "How to read this memo", as far as the memo needs it; null where it is not asked for or there is nothing to say. */
export const printKey = (of: KeyOf, place: ExportParts['key']): DocumentKey | null => {
  if (place === 'none') return null;
  const entries = keySubjects.flatMap((subject) => {
    const entry = keyEntryOf(subject, of);
    return entry === null ? [] : [{ subject, ...entry }];
  });
  return entries.length === 0 ? null : { place, entries };
};

const MIN_PAGES = 3;

/** The document without a key that is for long memos where it is not one: it fills no third page, or has no pages. */
export const keepDueKey = (document: MemoDocument, pages: number | null): MemoDocument =>
  document.key?.place === 'long' && (pages === null || pages <= MIN_PAGES - 1)
    ? { ...document, key: null }
    : document;
