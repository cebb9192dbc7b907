import { describe, expect, it } from 'vitest';
import type { OpenArticle } from '#domain/contract/article.ts';
import { passageIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { newPassage } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { statedDateSchema, toTimestamp } from '#domain/time.ts';
import { printDatesOf } from '#renderer/parts/passage/preview/PassagePreview.tsx';
import { prepareArticle } from '#renderer/reader/state/prepare-article.ts';
import { paragraphs } from '../../../support/texts/paragraphs.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';
import { openArticleOf } from '../reader/article-fixture.ts';

const opened = openArticleOf(paragraphs('Pilots met on Wednesday.', 'Last month nobody had.'));
const { index } = prepareArticle(opened);
const correctedTo = (corrections: OpenArticle['about']['corrections']): OpenArticle => ({
  ...opened,
  about: { ...opened.about, corrections },
});
const published = correctedTo({ publishedAt: statedDateSchema.parse('2024-04-26'), dateCertainty: 'stated' });
const passageOf = (...ranges: readonly TextRange[]) =>
  newPassage(
    { label: 'data', selectors: ranges.map((range) => describeSelector(index, range)) },
    {
      id: passageIdSchema.parse('0198a000-0000-7000-8000-000000000001'),
      at: toTimestamp(Date.UTC(2024, 3, 26, 9)),
    },
  );
const at = (quote: string) => rangeOf(index.text, quote);

describe('the dates in the words of a passage', () => {
  it('are told in the order of the text, over all its parts, by the publication date as corrected', () => {
    expect(printDatesOf(published, passageOf(at('met on Wednesday'), at('Last month')))).toBe(
      'Dates: Wednesday = 24 Apr 2024 · Last month = Mar 2024',
    );
  });

  it('are told of a passage over several paragraphs', () => {
    expect(printDatesOf(published, passageOf({ start: 0, end: index.text.length }))).toBe(
      'Dates: Wednesday = 24 Apr 2024 · Last month = Mar 2024',
    );
  });

  it('are those that lie whole in it', () => {
    expect(printDatesOf(published, passageOf(at('Pilots met on Wed')))).toBe('');
  });

  it('are named and not resolved where the publication date is unknown', () => {
    expect(printDatesOf(opened, passageOf(at('on Wednesday')))).toBe(
      'Dates: Wednesday (the publication date is unknown)',
    );
  });
});
