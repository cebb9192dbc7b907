import { describe, expect, it } from 'vitest';
import { anchorExactly } from '#domain/passage/anchor/anchor-selector.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { edgesAt, hasEdges, toTokenEdges } from '#domain/passage/passage-edges.ts';
import { indexText } from '#domain/text/text-index.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const isSame = (quote: string, before: string, after: string): boolean =>
  hasEdges(after, rangeOf(after, quote), edgesAt(before, rangeOf(before, quote)));

describe('the edges of a passage', () => {
  it.each([
    ['rose to 3', 'It rose to 3 on Monday.', 'It rose to 34 on Monday.'],
    ['24', 'It fell by 24 in a day.', 'It fell by 24.5 in a day.'],
    ['12', 'Some 12 ships left.', 'Some 12,000 ships left.'],
    ['12', 'Some 12 ships left.', 'Some 12 000 ships left.'],
    ['12', 'Some 12 ships left.', 'Some 12\u202f000 ships left.'],
    ['want', 'They want it.', 'They wanted it.'],
    ['cafe', 'The cafe is open.', 'The cafe\u0301 is open.'],
    ['3', 'It was 3 at noon.', 'It was -3 at noon.'],
    ['3', 'It was 3 at noon.', 'It was −3 at noon.'],
    ['5', 'It grew 5 points.', 'It grew 0.5 points.'],
    ['5', 'It grew 5 points.', 'It grew .5 points.'],
    ['5', 'They sold 5 in March.', 'They sold 5 per cent in March.'],
    ['5', 'They sold 5 in March.', 'They sold 5% in March.'],
    ['5', 'They sold 5 in March.', 'They sold 5 % in March.'],
    ['sold 5', 'They sold 5 km of it.', 'They sold 5 miles of it.'],
    ['cost 5', 'They cost 5 million.', 'They cost 5 billion.'],
    ['cost 5 million', 'They cost 5 million dollars.', 'They cost 5 million euros.'],
    ['cost three', 'They cost three.', 'They cost three million.'],
    ['5 a day', 'For 5 a day.', 'For $5 a day.'],
    ['5 a day', 'For $5 a day.', 'For €5 a day.'],
    ['2 ships', 'At 2 ships.', 'At 1-2 ships.'],
    ['Iranian officials', 'Iranian officials said.', 'Non-Iranian officials said.'],
    ['Iran', 'He named Iran.', 'He named Iran’s army.'],
    ['founded', 'It was founded.', 'It was unfounded.'],
    ['U.S', 'In the U.S they', 'In the U.S.S.R they'],
    ['三', '増えて三と', '増えて三十と'],
    ['増えて3', '増えて3。', '増えて3万。'],
    ['👩', 'The 👩 spoke.', 'The 👩🏽‍🚀 spoke.'],
    ['3', '温度は3度。', '温度は-3度。'],
    ['вырос до 3', 'Он вырос до 3 вчера.', 'Он вырос до 3 млн вчера.'],
    ['stieg auf 3', 'Es stieg auf 3 an.', 'Es stieg auf 3 Milliarden an.'],
  ])('tell %j in %j from that in %j', (quote, before, after) => {
    expect(isSame(quote, before, after)).toBe(false);
    expect(isSame(quote, after, before)).toBe(false);
  });

  it.each([
    ['rose to 3', 'It rose to 3 on Monday.', 'It rose to 3, he said.'],
    ['rose to 3', 'It rose to 3 on Monday.', 'It rose to 3.'],
    ['rose to 3', 'It rose to 3', 'It rose to 3.'],
    ['5', 'They sold 5 per cent.', 'They sold 5\u00a0per cent.'],
    ['want', 'They want it.', 'They “want” it.'],
    ['want', 'They want', 'They want — all of them'],
    ['外相は会談', '前の外相は会談の後', '今日、外相は会談を終え'],
    ['3', 'Item 3: it said', 'Item 3 (it said)'],
    ['Iran', 'He named Iran.', 'He named Iran?'],
    ['an', 'He named Iran.', 'They named Iran.'],
  ])('are the same of %j in %j and in %j', (quote, before, after) => {
    expect(isSame(quote, before, after)).toBe(true);
  });

  it('are moved outwards to where no word or number is cut', () => {
    const text = 'It rose to -34.5% in the non-Iranian cafe\u0301s.';
    const grow = (quote: string): string => {
      const { start, end } = toTokenEdges(text, rangeOf(text, quote));
      return text.slice(start, end);
    };
    expect(grow('rose to -3')).toBe('rose to -34.5');
    expect(grow('4')).toBe('-34.5');
    expect(grow('Iranian cafe')).toBe('non-Iranian cafe\u0301s');
  });
});

describe('a selector', () => {
  it.each([
    ['rose to 3', 'The rate rose to 3 in the year, he said.', 'The rate rose to 34 in the year, he said.'],
    ['they want', 'We know what they want to do.', 'We know what they wanted to do.'],
  ])('does not take %j for what it was in %j, at its very position', (quote, before, after) => {
    const selector = describeSelector(indexText(before), rangeOf(before, quote));
    expect(anchorExactly(indexText(after), selector).state).toBe('orphaned');
  });
});
