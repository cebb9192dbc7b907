import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeNotice, sayDone, sayFailed, sayHint, useNotices } from '#renderer/window/notices.ts';

const shown = () => useNotices.getState().notices.map(({ tone, title }) => `${tone}: ${title}`);

describe('the notices', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    for (const { id } of useNotices.getState().notices) closeNotice(id);
    vi.useRealTimers();
  });

  it('say what an act needs first in a tone of its own, the last of it only', () => {
    sayDone('Saved');
    sayHint('Select a passage first');
    sayHint('Put the cursor where you want to split');
    expect(shown()).toEqual(['done: Saved', 'hint: Put the cursor where you want to split']);
  });

  it('go by themselves, except for what failed', () => {
    sayHint('Select a passage first');
    sayDone('Saved');
    sayFailed('Not saved', 'The disk is full.');
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['failed: Not saved']);
  });
});
