/** Quotations without a citation beside them, and what the archive has of them. */
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { listProse } from '../../content/list-prose.ts';
import type { MemoContent } from '../../memo-content.ts';
import { FEWEST_WORDS, wordCount } from '../../verbatim/elsewhere/place-in-text.ts';
import type { QuoteElsewhere } from '../../verbatim/elsewhere/quote-elsewhere.ts';
import type { CheckedMemo } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import { isTitled } from './is-titled.ts';
import { typedQuotesIn } from './typed-quotes-in.ts';

/** The quotations of a memo that are looked for in the whole archive: not titles, and not a few words. */
export const uncitedQuotesIn = (content: MemoContent): readonly string[] =>
  listProse(content)
    .flatMap(typedQuotesIn)
    .filter(({ quote, citations }) => citations.length === 0 && isLookedFor(quote))
    .map(({ quote }) => quote);

const isLookedFor = (quote: string): boolean => !isTitled(quote) && wordCount(quote) >= FEWEST_WORDS;

const nameOf = ({ title }: QuoteElsewhere): string =>
  title === '' ? 'an article without a title' : inQuotationMarks(title);

/** What is wrong with a quotation, where an article has nearly its words; null where none has. */
const misquoteOf = (quote: string, elsewhere: QuoteElsewhere | null | undefined): Found | null => {
  if (elsewhere?.is !== 'near') return null;
  return {
    place: { kind: 'text', words: quote },
    message: `${inQuotationMarks(quote)} is not cited, and ${nameOf(elsewhere)} reads ${inQuotationMarks(elsewhere.reads)}. Quote it exactly and cite it.`,
    level: 'error',
    subject: `${elsewhere.articleId} ${elsewhere.reads} ${quote}`,
    statedAs: 'near-elsewhere',
  };
};

const uncited = ({ typedQuotes, material }: CheckedMemo) =>
  typedQuotes
    .filter(({ isCited }) => !isCited)
    .map((typed) => ({ ...typed, elsewhere: material.quotesElsewhere?.get(typed.quote) }));

/** The quotations without a citation that an article of the archive has nearly, but not exactly. */
export const misquotesElsewhere = (memo: CheckedMemo): readonly Found[] =>
  uncited(memo).flatMap(({ quote, elsewhere }) => misquoteOf(quote, elsewhere) ?? []);

/** The other quotations without a citation, with the place where the archive has them. */
export const quotedWithoutCitation = (memo: CheckedMemo): readonly Found[] =>
  uncited(memo)
    .filter(({ isOneWord, elsewhere }) => !isOneWord && elsewhere?.is !== 'near')
    .map(({ quote, elsewhere }) => {
      const isThere = elsewhere != null;
      const citable =
        elsewhere?.is === 'exact'
          ? { citable: { articleId: elsewhere.articleId, ranges: [...elsewhere.ranges] } }
          : {};
      return {
        place: { kind: 'text', words: quote, ...citable },
        message: isThere
          ? `${inQuotationMarks(quote)} is quoted, but not cited. It is in ${nameOf(elsewhere)}.`
          : `${inQuotationMarks(quote)} is quoted, but not cited.`,
        subject: quote,
      };
    });
