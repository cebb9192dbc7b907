import { describe, expect, it } from 'vitest';
import { offerNearby, offerWhens, type WhenSource } from '#domain/dates/when/offer-whens.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';

const today = calendarDateSchema.parse('2026-12-01');
/** A Monday. */
const source: WhenSource = {
  publishedAt: statedDateSchema.parse('2024-04-22'),
  dateCertainty: 'stated',
  language: 'en',
};
const offered = (text: string, language: string | null = 'en') =>
  offerWhens(text, { ...source, language }, today).map(({ words, date, certainty }) => [
    words,
    date,
    certainty,
  ]);

describe('the dates that a passage names', () => {
  it('are those that are written out, as far as they go', () =>
    expect(offered('The notice of 19 April 2024 names four, and 24–26 April three more.')).toEqual([
      ['19 April 2024', '2024-04-19', 'stated'],
      ['24–26 April', '2024-04-24/2024-04-26', 'stated'],
    ]));

  it.each([
    ['It was closed on 4 March 2024.', 'en', '2024-03-04'],
    ['It was closed (4 March 2024).', 'en', '2024-03-04'],
    ['“It was closed on 4 March 2024.”', 'en', '2024-03-04'],
    ['It was closed in early May 2023.', 'en', '2023-05-01~/2023-05-10~'],
    ['It was closed in 2019.', 'en', '2019'],
    ['Der Hafen schloss am 4. März 2023.', 'de', '2023-03-04'],
    ['Der Hafen schloss am 4.3.2023.', 'de', '2023-03-04'],
    ['Le port a fermé le 4 mars 2023.', 'fr', '2023-03-04'],
    ['El puerto cerró el 4 de marzo de 2023.', 'es', '2023-03-04'],
    ['Il porto ha chiuso il 4 marzo 2023.', 'it', '2023-03-04'],
    ['De haven sloot op 4 maart 2023.', 'nl', '2023-03-04'],
    ['O porto fechou em 4 de março de 2023.', 'pt', '2023-03-04'],
  ])('keep their year at the end of a sentence: %s', (text, language, date) => {
    expect(offered(text, language).map(([, each]) => each)).toEqual([date]);
  });

  it('are inferred where neither they nor the article say the year', () => {
    const undated = { ...source, publishedAt: null, dateCertainty: 'unknown' } as const;
    const certainties = (text: string) => offerWhens(text, undated, today).map(({ certainty }) => certainty);
    expect(certainties('It closed on 4 March, he said.')).toEqual(['inferred']);
    expect(certainties('It closed on 4 March 2024, he said.')).toEqual(['stated']);
  });

  it('are those that count from the day of the article, as inferred', () =>
    expect(offered('On Thursday the ministry made four names public.')).toEqual([
      ['Thursday', '2024-04-18', 'inferred'],
    ]));

  it('are found in the language of the article', () => {
    expect(offered('Das Ministerium nannte vorgestern vier Namen, am 24. April drei.', 'de')).toEqual([
      ['vorgestern', '2024-04-20', 'inferred'],
      ['am 24. April', '2024-04-24', 'stated'],
    ]);
    expect(offered('Elle a parlé avant-hier, puis du 24 au 26 avril.', 'fr')).toEqual([
      ['avant-hier', '2024-04-20', 'inferred'],
      ['du 24 au 26 avril', '2024-04-24/2024-04-26', 'stated'],
    ]);
  });

  it.each([
    'Four firms may be named.',
    'In 2 weeks of strikes 300 people left.',
    'HS 8457 of 12 machines',
    '',
  ])('are none where none is named: %s', (text) => expect(offered(text)).toEqual([]));
});

describe('the dates around a passage that names none', () => {
  const nearby = (paragraph: string, publishedAt = source.publishedAt) =>
    offerNearby(paragraph, { ...source, publishedAt }, today).map(({ date, certainty }) => [date, certainty]);

  it('are those of its paragraph, then the day of the article, all inferred', () =>
    expect(nearby('The White House denied it on 19 April 2024.')).toEqual([
      ['2024-04-19', 'inferred'],
      ['2024-04-22', 'inferred'],
    ]));

  it('are each once', () => expect(nearby('It was 22 April 2024.')).toEqual([['2024-04-22', 'inferred']]));

  it('are none where neither says one', () => expect(nearby('It was denied.', null)).toEqual([]));
});
