/**
 * Finds a typed or copied quote in the text of an article: first character by character, then with all runs of
 * white space treated as equal, since a quote that went through a terminal, a mail or a PDF has lost its line
 * breaks. The result is a range of the article's own text; the quote as typed is never stored.
 */
import { err, ok, type Result } from '../../result.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';

/** A quote, and the words right before and after it, either of which may be empty. */
export type SoughtQuote = { readonly exact: string; readonly prefix: string; readonly suffix: string };

export type QuoteFailure =
  | { readonly code: 'quote-not-found' }
  | { readonly code: 'quote-ambiguous'; readonly matches: number };

/** A pattern of the words of `text` with any run of white space between them; empty where there are none. */
const wordsPattern = (text: string): string => text.trim().split(/\s+/).map(escapePattern).join('\\s+');

/** White space between context and quote is ignored: it is unknown on which side of it the cut was made. */
const withContext = (quotePattern: string, { prefix, suffix }: SoughtQuote): RegExp => {
  const before = prefix.trim() === '' ? '' : `(?<=${wordsPattern(prefix)}\\s*)`;
  const after = suffix.trim() === '' ? '' : `(?=\\s*${wordsPattern(suffix)})`;
  return new RegExp(`${before}${quotePattern}${after}`, 'g');
};

/** Every match, those that overlap included. */
const rangesOf = (text: string, pattern: RegExp): readonly TextRange[] => {
  const ranges: TextRange[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
    pattern.lastIndex = match.index + 1;
  }
  return ranges;
};

const isWhole = (text: string, { start, end }: TextRange): boolean =>
  isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end);

/**
 * The range of `text` (UTF-16) that matches `sought`. A match that would cut a grapheme cluster is not counted. A
 * quote that does not occur, or is only white space, is `quote-not-found`; one that fits several places is
 * `quote-ambiguous`.
 */
export const findQuote = (text: string, sought: SoughtQuote): Result<TextRange, QuoteFailure> => {
  if (sought.exact.trim() === '') return err({ code: 'quote-not-found' });
  for (const quotePattern of [escapePattern(sought.exact), wordsPattern(sought.exact)]) {
    const ranges = rangesOf(text, withContext(quotePattern, sought)).filter((range) => isWhole(text, range));
    const [first] = ranges;
    if (first !== undefined) {
      return ranges.length === 1 ? ok(first) : err({ code: 'quote-ambiguous', matches: ranges.length });
    }
  }
  return err({ code: 'quote-not-found' });
};
