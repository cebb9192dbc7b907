// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ArticleListHeader, firstChoice } from '#renderer/articles/list/ArticleListHeader.tsx';
import { useAppState } from '#renderer/bridge/app-state.ts';

afterEach(cleanup);

test('a count says that it is one so far, until the lists are filled', () => {
  render(<ArticleListHeader choice={firstChoice} onChange={() => undefined} count={1200} />);
  expect(screen.getByText('1,200 so far')).toBeTruthy();
  act(() => useAppState.setState({ isCatalogueReady: true }));
  expect(screen.getByText('1,200')).toBeTruthy();
});
