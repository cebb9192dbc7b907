// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArticleListHeader } from '#renderer/articles/ArticleListHeader.tsx';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { firstChoice } from '#renderer/parts/article/article-choice.ts';
import { CountedSoFar } from '#renderer/parts/tree/CountedSoFar.tsx';

beforeEach(() => useAppState.setState({ isCatalogueReady: false, readProgress: null }));
afterEach(cleanup);

const progress = (read: number) => useAppState.setState({ readProgress: { read, total: 8200 } });

describe('a count of articles', () => {
  const list = (text = '') => (
    <ArticleListHeader choice={{ ...firstChoice, text }} onChange={() => undefined} count={1200} />
  );

  it('says that it is one so far, and of how many, until the lists are filled', () => {
    render(list());
    expect(screen.getByText('1,200 so far')).toBeTruthy();
    act(() => progress(1200));
    expect(screen.getByText('1,200 of 8,200 so far')).toBeTruthy();
    act(() => useAppState.setState({ isCatalogueReady: true }));
    expect(screen.getByText('1,200')).toBeTruthy();
  });

  it('of a filtered list is not one of all', () => {
    progress(1200);
    render(list('port'));
    expect(screen.getByText('1,200 so far')).toBeTruthy();
  });
});

describe('a tree with counts', () => {
  it('says from how much of the archive they are, until the lists are filled', () => {
    render(<CountedSoFar />);
    expect(screen.getByText('Counted in the articles read so far')).toBeTruthy();
    act(() => progress(1200));
    expect(screen.getByText('Counted in 1,200 of 8,200 articles so far')).toBeTruthy();
    act(() => useAppState.setState({ isCatalogueReady: true }));
    expect(screen.queryByText(/Counted/)).toBeNull();
  });
});
