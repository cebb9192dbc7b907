import { describe, expect, it } from 'vitest';
import { createArticleDates } from '#renderer/reader/drawing/article-dates.ts';
import { dateLayer } from '#renderer/reader/drawing/use-drawing.ts';
import { paragraphs } from '../../../../support/texts/paragraphs.ts';
import { preparedArticleOf } from '../article-fixture.ts';

const article = preparedArticleOf(
  paragraphs('No ship left.', 'Pilots met on Wednesday and again last week.'),
);
const { text } = article.index;
const layer = dateLayer(
  createArticleDates(article, { language: 'en', publishedAt: null, dateCertainty: 'unknown' }),
);
const over = article.map.blocks.map(layer);

describe('the layer of relative dates', () => {
  it('has nothing over a block without one', () => {
    expect(over[0]).toBeNull();
  });

  it('draws each date of a block, and names where it begins', () => {
    const drawings = over[1]?.draw() ?? [];
    expect(drawings.map((each) => each.on === 'text' && text.slice(each.start, each.end))).toEqual([
      'Wednesday',
      'last week',
    ]);
    expect(drawings.map(({ attributes }) => Number(attributes['data-date']))).toEqual([
      text.indexOf('Wednesday'),
      text.indexOf('last week'),
    ]);
  });
});
