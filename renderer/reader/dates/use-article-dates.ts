import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import { printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { announce } from '#renderer/window/live-region.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { createArticleDates } from './article-dates.ts';

/** Keeps the store's dates at what the article's language and publication date make of its text. */
export const useArticleDates = ({ language, publishedAt, dateCertainty }: Bibliography): void => {
  const { article, store } = useReader();
  const dates = useMemo(
    () => createArticleDates(article, { language, publishedAt, dateCertainty }),
    [article, language, publishedAt, dateCertainty],
  );
  useLayoutEffect(() => store.setState({ dates }), [store, dates]);
};

const sayDate = (date: TextDate | null): string =>
  date === null ? '' : `${date.words}: ${printResolved(date.resolved)}`;

/** What the relative date at the caret means, told to screen readers as the caret comes there; empty for none. */
export const useDateAtCaret = (): string => {
  const said = useReaderState(({ selected: { caret, range }, dates }) =>
    range === null ? sayDate(dates.at(caret)) : '',
  );
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  return said;
};
