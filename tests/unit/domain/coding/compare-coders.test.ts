import { describe, expect, it } from 'vitest';
import { type CodedArticle, type CodedPassage, overlapOf } from '#domain/coding/coded-article.ts';
import { type CodingUnit, countAgreement } from '#domain/coding/count-agreement.ts';
import { listDifferences } from '#domain/coding/list-differences.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { runSteps } from '#domain/steps.ts';
import { newPassageId, sampleId } from '../../../support/archive/sample-ids.ts';

const passage = (start: number, end: number, ...tags: readonly string[]): CodedPassage => ({
  id: newPassageId(),
  ranges: [{ start, end }],
  quote: `${start} to ${end}`,
  label: 'claim',
  tags,
});
/** Four paragraphs of a hundred characters. */
const article = (
  mine: readonly CodedPassage[],
  theirs: readonly CodedPassage[],
  tags: { readonly mine?: readonly string[]; readonly theirs?: readonly string[] } = {},
): CodedArticle => ({
  articleId: articleIdSchema.parse(sampleId(900)),
  title: 'Port',
  blocks: [0, 1, 2, 3].map((at) => ({ start: at * 101, end: at * 101 + 100 })),
  mine: { passages: mine, tags: tags.mine ?? [] },
  theirs: { passages: theirs, tags: tags.theirs ?? [] },
});
const tallies = (articles: readonly CodedArticle[], unit: CodingUnit) =>
  runSteps(countAgreement(articles, unit)).rows.map(({ tag, both, onlyMine, onlyTheirs, neither }) => [
    tag,
    [both, onlyMine, onlyTheirs, neither],
  ]);

describe('the agreement of two coders', () => {
  const coded = article(
    [passage(0, 50, 'A'), passage(90, 150, 'A', 'B'), passage(310, 320, 'C')],
    [passage(10, 20, 'A'), passage(210, 260, 'B')],
    { theirs: ['C'] },
  );

  it('asks of each paragraph whether it carries the tag, a passage over two of them being in both', () => {
    expect(tallies([coded], 'paragraph')).toEqual([
      ['A', [1, 1, 0, 2]],
      ['B', [0, 2, 1, 1]],
      ['C', [0, 1, 0, 3]],
    ]);
  });

  it('asks of each article whether anything in it carries the tag', () => {
    expect(tallies([coded, article([passage(0, 9, 'A')], [passage(0, 9, 'B')])], 'article')).toEqual([
      ['A', [1, 1, 0, 0]],
      ['B', [1, 0, 1, 0]],
      ['C', [1, 0, 0, 1]],
    ]);
  });

  it('asks of each segment whether the other has one like it, by nine tenths of what either covers', () => {
    const near = article([passage(0, 100, 'A')], [passage(0, 91, 'A')]);
    const apart = article([passage(0, 100, 'A')], [passage(0, 89, 'A')]);
    expect(tallies([near], 'segment')).toEqual([['A', [2, 0, 0, null]]]);
    expect(tallies([apart], 'segment')).toEqual([['A', [0, 1, 1, null]]]);
  });

  it('judges no article that one of them has not coded', () => {
    const unread = article([passage(0, 50, 'A')], [passage(0, 50)]);
    expect(runSteps(countAgreement([unread], 'paragraph'))).toEqual({
      unit: 'paragraph',
      count: 0,
      rows: [],
    });
    expect(runSteps(listDifferences([unread]))).toEqual([]);
  });
});

describe('the overlap of two passages', () => {
  it('is what both cover of what either covers, over all their ranges', () => {
    const parts = {
      ranges: [
        { start: 0, end: 10 },
        { start: 20, end: 30 },
      ],
    };
    expect(overlapOf(parts, { ranges: [{ start: 5, end: 25 }] })).toBe(10 / 30);
    expect(overlapOf(parts, parts)).toBe(1);
    expect(overlapOf(parts, { ranges: [{ start: 10, end: 20 }] })).toBe(0);
  });
});

describe('the differences of two coders', () => {
  it('are of passages about the same words, of those that one has alone, and of the article', () => {
    const mine = [passage(0, 100, 'A', 'B'), passage(110, 150, 'A'), passage(205, 300, 'A')];
    const theirs = [
      passage(0, 60, 'B', 'C'),
      passage(210, 300, 'A'),
      passage(303, 350, 'D'),
      passage(360, 370),
    ];
    const differences = runSteps(
      listDifferences([article(mine, theirs, { mine: ['X'], theirs: ['X', 'Y'] })]),
    );
    expect(
      differences.map(({ quote, mineId, theirsId, shared, onlyMine, onlyTheirs }) => [
        quote,
        mine.findIndex(({ id }) => id === mineId),
        theirs.findIndex(({ id }) => id === theirsId),
        shared.join(),
        onlyMine.join(),
        onlyTheirs.join(),
      ]),
    ).toEqual([
      [null, -1, -1, 'X', '', 'Y'],
      ['0 to 100', 0, 0, 'B', 'A', 'C'],
      ['110 to 150', 1, -1, '', 'A', ''],
      ['303 to 350', -1, 2, '', '', 'D'],
    ]);
  });
});
