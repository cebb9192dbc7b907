// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CutTooltip } from '#renderer/ui/overlays/CutTooltip.tsx';

/** Sizes are jsdom's to leave out: the words are wider than their place. */
const cut = (element: HTMLElement): void => {
  element.style.textOverflow = 'ellipsis';
  Object.defineProperties(element, { scrollWidth: { value: 300 }, clientWidth: { value: 100 } });
};

const restOn = (element: HTMLElement): void => {
  element.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
  act(() => vi.advanceTimersByTime(1000));
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('tells the words in full once the pointer has rested on what cuts them off', () => {
  render(
    <>
      <p data-testid="row">
        <b>The strait</b> will be closed
      </p>
      <CutTooltip />
    </>,
  );
  cut(screen.getByTestId('row'));
  restOn(screen.getByText('The strait'));
  expect(document.querySelector('[data-cut]')?.textContent).toBe('The strait will be closed');
});

test('reads no words of what is shown whole: those of an article may be a million', () => {
  render(
    <>
      <p data-testid="text">The strait</p>
      <CutTooltip />
    </>,
  );
  const read = vi.fn(() => 'The strait');
  Object.defineProperty(screen.getByTestId('text'), 'textContent', { get: read });
  restOn(screen.getByTestId('text'));
  expect(document.querySelector('[data-cut]')).toBeNull();
  expect(read).not.toHaveBeenCalled();
});
