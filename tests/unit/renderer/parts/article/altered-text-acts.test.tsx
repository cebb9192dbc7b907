// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { articleIdSchema } from '#domain/ids.ts';
import { isCommandEnabled, runCommand } from '#renderer/commands/commands.ts';
import { AlteredTextActs } from '#renderer/parts/article/AlteredTextActs.tsx';

const articleId = articleIdSchema.parse('018f0000-0000-7000-8000-000000000001');
afterEach(cleanup);

const acts = (isAccepted: boolean) => (
  <AlteredTextActs articleId={articleId} isAccepted={isAccepted} onRestored={() => undefined} />
);

it('are in the palette for as long as they are shown', () => {
  expect(isCommandEnabled('article.restore-text')).toBe(false);
  const { unmount } = render(acts(false));
  expect(isCommandEnabled('article.restore-text')).toBe(true);
  act(() => void runCommand('article.accept-text'));
  expect(screen.getByLabelText('Why is the changed text used?')).toBeTruthy();
  unmount();
  expect(isCommandEnabled('article.accept-text')).toBe(false);
});

it('offer no second reason where one is given', () => {
  render(acts(true));
  expect(isCommandEnabled('article.restore-text')).toBe(true);
  expect(isCommandEnabled('article.accept-text')).toBe(false);
});
