import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import { datesInBlock, isDateWithin } from '#renderer/parts/dates/dates-in-block.ts';
import { printDates } from '#renderer/parts/dates/print-resolved.ts';

/** What the relative dates in the words of a passage mean, as its card in the reader says it. */
export const printDatesOf = ({ article, about, body }: OpenArticle, { selectors }: Passage): string => {
  const text = canonicalText(body);
  const published = effectiveBibliography(article, about);
  const spans = textBlockSpans(body);
  const { ranges } = anchorPassage(indexText(text), selectors);
  const dates = ranges.flatMap((range) =>
    spans
      .filter(({ start, end }) => start < range.end && end > range.start)
      .flatMap((span) => datesInBlock(text, span, published))
      .filter(isDateWithin(range)),
  );
  return printDates(dates);
};
