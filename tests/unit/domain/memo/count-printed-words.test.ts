import { expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { countPrintedWords, readingMinutes } from '#domain/memo/document/count-printed-words.ts';
import { runSteps } from '#domain/steps.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

const count = (...parts: Parameters<typeof writeMemo>): number =>
  runSteps(countPrintedWords(buildMemoDocument(writeMemo(...parts), materialOf([article]))));
const article = writeArticle(['The port is shut for now.'], ['The port is shut']);

it('the words of headings, prose and quotations are counted, and none of the head', () => {
  expect(count([section('analysis', 'Main analysis', paragraph('It stays shut.'))])).toBe(5);
  expect(count([section('analysis', 'Analysis', paragraph('So: ', cite(article, 0, 'whole')))])).toBe(6);
});

it('a memo without a word has none', () => {
  expect(count([section('analysis', 'Analysis')])).toBe(0);
});

it.each([
  [0, 1],
  [238, 1],
  [1200, 5],
])('%d words are read in %d min', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});
