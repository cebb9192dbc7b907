// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { OpenArticle } from '#domain/contract/article.ts';
import { fromWords } from '#renderer/memos/panel/PassagesPanel.tsx';
import { HitsInText } from '#renderer/parts/passage/preview/HitsInText.tsx';
import { writeArticle } from '../../../support/memo/written-article.ts';

const { cited, body, passages } = writeArticle(
  ['The ferry stopped.', 'Nobody knew why.', 'The navy was silent.', 'The port opened.'],
  ['ferry stopped'],
);
// As of a selection in the browser that the text of the page does not have.
const [unplaced = null] = writeArticle(['Words that were typed.'], ['Words that were typed']).passages;
const open: OpenArticle = {
  article: cited.article,
  body,
  about: cited.about,
  passages: [],
  tasks: [],
  readingOffset: 0,
  versions: [cited.article.id],
  textSha256: cited.textSha256,
};
afterEach(cleanup);

const shown = (passage: typeof unplaced, word: string): string =>
  render(<HitsInText open={open} passage={passage} terms={[{ words: [word], isPrefix: false }]} />).container
    .textContent;

it('shows a passage in its paragraph, and says of one that its words are not in the text', () => {
  expect(shown(passages[0] ?? null, 'opened')).toBe('1The ferry stopped.2Nobody knew why.');
  expect(shown(unplaced, 'typed')).toBe('These words are not in the text.');
});

it('shows the first match of an unplaced passage below that line', () => {
  expect(shown(unplaced, 'opened')).toBe(
    'These words are not in the text.3The navy was silent.4The port opened.',
  );
});

it('names an untitled article without a publication in the memo’s list of passages', () => {
  const row = { speaker: null, publication: null, paragraph: 2, version: null, readings: [] } as const;
  expect(fromWords({ ...row, articleTitle: null, state: 'anchored' })).toBe('Untitled · ¶2');
  expect(fromWords({ ...row, articleTitle: 'The port', state: 'anchored' })).toBe('The port · ¶2');
});
