// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readTerm } from '#domain/search/language/parse-search.ts';
import { rangesOfTerms } from '#renderer/app/sought/mark-ranges.ts';

const marked = (html: string, ...words: readonly string[]): readonly string[] => {
  document.body.innerHTML = html;
  const terms = words.flatMap((word) => readTerm(word, false) ?? []);
  return rangesOfTerms(document.body, terms).map(String);
};
afterEach(() => {
  document.body.innerHTML = '';
});

describe('the words that are marked on a page', () => {
  it('are found over what is set in another face, and over no paragraph', () => {
    const html = '<p>Machine <em>to</em>ols at the <b>border</b></p><p>Border tools</p>';
    expect(marked(html, 'machine tools', 'border')).toEqual(['Machine tools', 'border', 'Border']);
    expect(marked(html, 'border border')).toEqual([]);
  });

  it('are not what nobody sees', () => {
    const html = '<p><span class="visually-hidden">border</span><i aria-hidden="true">border</i>quay</p>';
    expect(marked(html, 'border')).toEqual([]);
  });
});
