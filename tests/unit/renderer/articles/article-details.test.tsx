// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ArticleDetails } from '#renderer/articles/ArticleDetails.tsx';
import { followChanges } from '#renderer/bridge/query-store.ts';
import { goToField } from '#renderer/parts/article/article-sheet.ts';
import { currentPlace } from '#renderer/window/navigation.ts';
import { writeArticle } from '../../../support/memo/written-article.ts';
import { installScriptedBridge } from '../bridge/scripted-bridge.ts';

const { cited, body } = writeArticle(['So it is.'], ['So it is'], {
  bibliography: { publisher: null, publishedAt: null, dateCertainty: 'unknown' },
});
const { article, about } = cited;
let stop: () => void;

beforeEach(() => {
  const main = installScriptedBridge();
  const opened = {
    article,
    body,
    about,
    passages: [],
    tasks: [],
    readingOffset: null,
    versions: [article.id],
  };
  main.answer('article:duplicates', () => ({ ok: true, value: [] }));
  main.answer('article:names', () => ({ ok: true, value: [] }));
  main.answer('article:open', () => ({ ok: true, value: opened }));
  main.answer('source:list', () => ({ ok: true, value: [] }));
  main.answer('article:bylines', () => ({ ok: true, value: [] }));
  main.answer('tag:list', () => ({ ok: true, value: [] }));
  stop = followChanges();
});
afterEach(() => {
  cleanup();
  stop();
});

it('is opened with the cursor in the field that was asked for, also where it is open already', async () => {
  goToField(article.id, 'publisher');
  expect(currentPlace()).toMatchObject({ view: 'articles', articleId: article.id });
  render(<ArticleDetails articleId={article.id} onClose={() => undefined} />);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Publication' })),
  );
  goToField(article.id, 'publishedAt');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Date' })));
});
