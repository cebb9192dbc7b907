/**
 * The quotations of a textblock, told by their marks alone.
 *
 * The marks are read from the start of the block: an opening mark starts a quotation, its closing mark ends it. Two
 * habits of print are respected: a quotation that runs over several paragraphs opens each of them and closes only
 * the last, and an editor's slip closes a quotation with an opening mark that nothing follows. Single marks are
 * left out: an apostrophe looks the same.
 */
import type { TextRange } from './selector.ts';

const closingMarks: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“”' };
const anyMark = /[“”"«»„]/gu;
/** A straight mark opens only where a word can begin: 5" is a measure. */
const startsWord = /(?:^|[\s([{\u2012-\u2015/-])$/u;
const letterOrDigit = /^[\p{L}\p{N}]/u;

type OpenMark = { readonly mark: string; readonly at: number };

const canOpen = (text: string, { mark, at }: OpenMark): boolean =>
  closingMarks[mark] !== undefined && (mark !== '"' || startsWord.test(text.slice(0, at)));

const closes = (text: string, open: OpenMark, { mark, at }: OpenMark): boolean =>
  (closingMarks[open.mark]?.includes(mark) ?? false) ||
  (mark === open.mark && !letterOrDigit.test(text.slice(at + 1)));

/** The quotations of `text` (one textblock) in order, each from before its first mark to after its last. */
export const quotationsIn = (text: string): readonly TextRange[] => {
  const found: TextRange[] = [];
  let open: OpenMark | null = null;
  for (const match of text.matchAll(anyMark)) {
    const here = { mark: match[0], at: match.index };
    if (open !== null && closes(text, open, here)) {
      found.push({ start: open.at, end: here.at + 1 });
      open = null;
    } else if (canOpen(text, here)) open = here;
  }
  if (open !== null && text.slice(0, open.at).trim() === '') found.push({ start: open.at, end: text.length });
  return found;
};

const markAtEnd = /[“”"«»„]$/u;
const leadingOver = /[\s,;]+$/u;

/**
 * What is said in a quotation that `quotationsIn` found: without its marks, white space, and the comma that only
 * leads over to who said it. Null where nothing is said.
 */
export const saidIn = (text: string, { start, end }: TextRange): TextRange | null => {
  const last = markAtEnd.test(text.slice(start + 1, end)) ? end - 1 : end;
  const words = text.slice(start + 1, last);
  const from = start + 1 + (words.length - words.trimStart().length);
  const to = from + words.trim().replace(leadingOver, '').length;
  return from < to ? { start: from, end: to } : null;
};
