import { describe, expect, it } from 'vitest';
import { listCitations, numberSources } from '#domain/memo/citations/list-citations.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { textSelectorOf } from '#domain/passage/region/region-selector.ts';
import { toTimestamp } from '#domain/time.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const first = writeArticle(['Alpha speaks.', 'Beta answers with care.'], ['Beta answers', 'Alpha']);
const second = writeArticle(['Gamma.', 'Delta.', 'Epsilon waits.'], ['Epsilon waits']);
const memo = writeMemo([
  section('bottom-line', 'Bottom line', paragraph('So it is. ', cite(second, 0), cite(first, 0))),
  section('key-judgements', 'Key judgements', judgement(['It will.', cite(first, 1)])),
  section('background', 'Background', {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('One'), quoteBlock(first, 0)] }],
  }),
]);

const withPassages = (
  article: WrittenArticle,
  change: (passage: Passage) => Partial<Passage>,
): WrittenArticle => ({
  ...article,
  cited: {
    ...article.cited,
    passages: article.cited.passages.map((passage) => ({ ...passage, ...change(passage) })),
  },
});
const states = (articles: readonly WrittenArticle[]) =>
  resolveCitations(memo.content, materialOf(articles)).map(({ state }) => state);

describe('the citations of a memo', () => {
  it('are listed in reading order, through judgements, lists and quotations', () => {
    expect(listCitations(memo.content).map(({ passageId }) => passageId)).toEqual([
      second.passages[0]?.id,
      first.passages[0]?.id,
      first.passages[1]?.id,
      first.passages[0]?.id,
    ]);
  });

  it('number their articles by first citation, and point at the paragraph', () => {
    const resolved = resolveCitations(memo.content, materialOf([first, second]));
    expect(resolved.map(({ number, paragraph: at }) => [number, at])).toEqual([
      [1, 3],
      [2, 2],
      [2, 1],
      [2, 2],
    ]);
    expect([...numberSources(memo.content).values()]).toEqual([1, 2]);
  });

  it('stand while their passages do', () => {
    expect(states([first, second])).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('are changed where the passage was resized since', () => {
    const resized = withPassages(second, ({ selectors }) => ({
      selectors: selectors.map(textSelectorOf).map((selector) => ({
        ...selector,
        quote: { ...selector.quote, exact: 'Epsilon' },
        position: { ...selector.position, end: selector.position.start + 7 },
      })),
    }));
    expect(states([first, resized])).toEqual(['changed', 'ok', 'ok', 'ok']);
  });

  it('are changed where the words do not stand in the text, even though the hash fits', () => {
    const other = writeArticle(['Nothing of it is here at all.']);
    const moved = { ...second, cited: { ...second.cited, text: other.cited.text } };
    expect(states([first, moved])[0]).toBe('changed');
  });

  it('are deleted where the passage or its article is in the trash', () => {
    const deletedAt = toTimestamp(0);
    expect(states([first, withPassages(second, () => ({ deletedAt }))])[0]).toBe('deleted');
    const trashed = { ...second, cited: { ...second.cited, text: null } };
    expect(resolveCitations(memo.content, materialOf([first, trashed]))[0]).toMatchObject({
      state: 'deleted',
      quote: 'Epsilon waits',
      paragraph: null,
    });
  });

  it('are missing where nothing is to be found, and keep their number', () => {
    expect(resolveCitations(memo.content, materialOf([first]))[0]).toMatchObject({
      state: 'missing',
      number: 1,
      quote: '',
      printed: '',
      passage: null,
    });
  });
});
