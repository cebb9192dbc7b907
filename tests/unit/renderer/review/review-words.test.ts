import { describe, expect, it } from 'vitest';
import type { PassageToReview, QuoteInText, ReviewCandidate } from '#domain/contract/review.ts';
import { articleIdSchema, passageIdSchema } from '#domain/ids.ts';
import {
  printFile,
  printHappened,
  printQuotePlace,
  printReason,
  printVersion,
  questionOf,
} from '#renderer/review/review-words.ts';

const articleId = articleIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const passageId = passageIdSchema.parse('0190f000-0000-7000-8000-000000000002');

const inText = (
  before: string,
  quote: string,
  after: string,
  heads: readonly string[] = [],
): QuoteInText => ({
  ...{ before, quote, after, heads },
  paragraph: 5,
});

const asks = (old: QuoteInText, fresh: QuoteInText, difference: ReviewCandidate['difference']) =>
  ({
    kind: 'changed',
    ...{ articleId, passageId, articleTitle: 'Bearings', label: 'data' },
    old: { ...old, articleId, passageId, printed: old.quote, region: null, version: 1 },
    around: [],
    candidates: [{ ...fresh, ranges: [{ start: 0, end: 1 }], score: 0.9, difference }],
  }) as const satisfies PassageToReview;

describe('why Review asks', () => {
  it('names the word that changed beside verbatim words, the nearest first', () => {
    const item = asks(
      inText('In May the yard ', 'shipped 12', ' tonnes of bearings to port.'),
      inText('In June the yard ', 'shipped 12', ' kilograms of bearings to quay.'),
      'none',
    );
    expect(printReason(item)).toBe('“tonnes” is now “kilograms”.');
    expect(questionOf(item)).toBe('Does this passage still say the same?');
  });

  it('names the head of a table that changed above a figure', () => {
    const item = asks(
      inText('', '412', '', ['Machine tools', 'Exports']),
      inText('', '412', '', ['Machine tools', 'Imports']),
      'none',
    );
    expect(printReason(item)).toBe('“Exports” is now “Imports”.');
    expect(printQuotePlace(item.old)).toBe('¶5 · Machine tools × Exports');
  });

  it('names the words of the passage itself before those around it', () => {
    const item = asks(
      inText('On Monday ', 'forty ships turned back', '.'),
      inText('On Tuesday ', 'fifty vessels turned back', '.'),
      'words',
    );
    expect(printReason(item)).toBe('“forty ships” is now “fifty vessels”.');
    expect(questionOf(item)).toBe('Where is this passage in the new version?');
  });

  it('speaks of excerpts and the text that they are of, not of versions', () => {
    const item = asks(
      inText('', 'forty ships', ''),
      inText('On Tuesday ', 'fifty ships', ' turned.'),
      'words',
    );
    const excerpts = { ...item, old: { ...item.old, isExcerpts: true } } as const;
    expect(questionOf(excerpts)).toBe('Where is this passage in the text?');
    expect(printHappened(excerpts)).toBe('These words are not in the text. Similar words are below.');
    expect(printVersion(excerpts.old)).toBe('the excerpts');
    expect(printReason(excerpts)).toBe('“forty” is now “fifty”.');
    const [same] = excerpts.candidates;
    expect(printReason({ ...excerpts, candidates: [{ ...same, quote: 'forty ships' }] })).toBeNull();
  });

  it('says nothing where nothing differs', () => {
    const same = inText('a ', 'b', ' c');
    expect(printReason(asks(same, same, 'none'))).toBeNull();
  });
});

describe('what a file holds', () => {
  it.each([
    ['tags.json', 'The tags'],
    ['articles/0190f000/annotations.json', 'Passages and notes of an article'],
    ['articles/0190f000/body.json', 'The text of an article'],
    ['memos/0190f000/memo.json', 'The text of a memo'],
    ['notes.xyz', 'notes.xyz'],
  ])('%s is told in words', (path, words) => expect(printFile(path)).toBe(words));
});
