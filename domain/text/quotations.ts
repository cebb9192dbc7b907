/**
 * The quotations of a textblock, told by their marks alone.
 *
 * The marks are read from the start of the block: an opening mark starts a quotation, its closing mark ends it. Two
 * habits of print are respected: a quotation that runs over several paragraphs opens each of them and closes only
 * the last, and an editor's slip closes a quotation with an opening mark that nothing follows.
 *
 * Single marks (‘…’) are read after the double ones, and more warily, since an apostrophe looks like their closing
 * mark: see closingSingle. Straight single marks say nothing and are left out.
 */
import type { TextRange } from '../text/selector.ts';

const closingMarks: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“”',
  '”': '”',
  '»': '«»',
  '「': '」',
  '『': '』',
};
const anyMark = /[“”"«»„「」『』]/gu;
/** Swedish and Finnish open with ”, some German books with »: only where a word begins. */
const opensLikeClosing: ReadonlySet<string> = new Set(['”', '»']);
/** A straight mark opens only where a word can begin: 5" is a measure. */
const startsWord = /(?:^|[\s([{\u2012-\u2015/-])$/u;
const letterOrDigit = /^[\p{L}\p{N}]/u;

type OpenMark = { readonly mark: string; readonly at: number };

const canOpen = (text: string, { mark, at }: OpenMark): boolean => {
  if (closingMarks[mark] === undefined) return false;
  if (mark !== '"' && !opensLikeClosing.has(mark)) return true;
  return startsWord.test(text.slice(0, at)) && (mark === '"' || letterOrDigit.test(text.slice(at + 1)));
};

const closes = (text: string, open: OpenMark, { mark, at }: OpenMark): boolean =>
  (closingMarks[open.mark]?.includes(mark) ?? false) ||
  (mark === open.mark && !letterOrDigit.test(text.slice(at + 1)));

const doublyQuoted = (text: string): readonly TextRange[] => {
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

/** A single mark opens where a word begins, unless it replaces omitted letters: ‘tis, ‘90s. */
const openingSingle = /(?<=^|[\s([{\u2012-\u2015/-])‘(?!\s|\d|(?:tis|twas|til|em|cause|n)(?![\p{L}]))/giu;
/** A mark that no letter follows; after an s it may be a possessive: the workers’ rights. */
const possibleClosing = /’(?![\p{L}\p{N}])/gu;
const possessive = /s$/iu;
const endOfSpeech = /[.,?!…\u2012-\u2015-]$/u;

const isWithin = (ranges: readonly TextRange[], at: number): boolean =>
  ranges.some(({ start, end }) => start <= at && at < end);

/**
 * The mark that closes the single quotation opened before `from`; -1 where there is none. It is the first mark
 * that no letter follows, except one that looks like a possessive while a later one clearly ends the quotation:
 * quoting too little is safe, quoting too much is not.
 */
const closingSingle = (text: string, from: number, end: number): number => {
  const candidates = [...text.slice(from, end).matchAll(possibleClosing)].map(({ index }) => from + index);
  const [first = -1] = candidates;
  const isPossessive = possessive.test(text.slice(from, first)) && /^\s+\p{Ll}/u.test(text.slice(first + 1));
  if (first === -1 || !isPossessive) return first;
  return candidates.find((at) => endOfSpeech.test(text.slice(from, at))) ?? first;
};

const singlyQuoted = (text: string, doubles: readonly TextRange[]): readonly TextRange[] => {
  const openings = [...text.matchAll(openingSingle)]
    .map(({ index }) => index)
    .filter((at) => !isWithin(doubles, at));
  const found: TextRange[] = [];
  openings.forEach((start, index) => {
    const close = closingSingle(text, start + 1, openings[index + 1] ?? text.length);
    if (close !== -1 && !isWithin(doubles, close)) found.push({ start, end: close + 1 });
  });
  return found;
};

/** The quotations of `text` (one textblock) in order, each from before its first mark to after its last. */
export const quotationsIn = (text: string): readonly TextRange[] => {
  const doubles = doublyQuoted(text);
  const singles = text.includes('‘') ? singlyQuoted(text, doubles) : [];
  return [...doubles.filter(({ start }) => !isWithin(singles, start)), ...singles].sort(
    (a, b) => a.start - b.start,
  );
};

const leadingOver = /[\s,;]+$/u;

/** Whether the last character of a quotation closes it: one that runs on into the next paragraph has no mark there. */
export const isClosed = (text: string, { start, end }: TextRange): boolean => {
  const open = text.charAt(start);
  const last = text.charAt(end - 1);
  const closing = open === '‘' ? '’' : `${closingMarks[open] ?? ''}${open}`;
  return end - start > 1 && closing.includes(last);
};

/**
 * The words of a quotation that `quotationsIn` found: without its marks, white space, and the comma that only
 * leads over to the speaker. Null where no words remain.
 */
export const saidIn = (text: string, quotation: TextRange): TextRange | null => {
  const { start, end } = quotation;
  const words = text.slice(start + 1, isClosed(text, quotation) ? end - 1 : end);
  const from = start + 1 + (words.length - words.trimStart().length);
  const to = from + words.trim().replace(leadingOver, '').length;
  return from < to ? { start: from, end: to } : null;
};
