// @vitest-environment jsdom

import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Autosave, useAutosave } from '#renderer/parts/note/use-autosave.ts';

let saved: { readonly text: string; readonly editId: string }[];
let text: string;
let autosave: Autosave;

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  text = '';
  const hook = renderHook(() =>
    useAutosave(async () => void saved.push({ text, editId: hook.result.current.editId() })),
  );
  autosave = hook.result.current;
});
afterEach(() => vi.useRealTimers());

/** One key after the other, with the same pause after each. */
const type = async (keys: string, pauseMs: number): Promise<void> => {
  for (const key of keys) {
    text += key;
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pauseMs);
  }
};
const editIds = () => new Set(saved.map(({ editId }) => editId));

describe('the saving of what is typed', () => {
  it('waits for a pause', async () => {
    await type('envoy', 100);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(saved.map((one) => one.text)).toEqual(['envoy']);
  });

  it('does not wait longer than two seconds for one that never comes', async () => {
    await type('x'.repeat(120), 100);
    expect(saved.length).toBeGreaterThanOrEqual(5);
    expect(saved.at(-1)?.text.length).toBeGreaterThanOrEqual(100);
    const gaps = saved.map((one, at) => one.text.length - (saved[at - 1]?.text.length ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(21);
    expect(editIds().size).toBe(1);
  });

  it('is a step of undo for each half minute of typing without a pause', async () => {
    await type('x'.repeat(290), 100);
    expect(editIds().size).toBe(1);
    await type('x'.repeat(40), 100);
    expect(editIds().size).toBe(2);
    await type('x'.repeat(300), 100);
    expect(editIds().size).toBe(3);
  });

  it('saves nothing twice', async () => {
    await type('a', 400);
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(saved.map((one) => one.text)).toEqual(['a']);
  });

  it('is one step of undo for each burst of typing', async () => {
    await type('one two', 600);
    expect(editIds().size).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    await type('three', 600);
    expect(editIds().size).toBe(2);
    await autosave.flush();
    await type('four', 600);
    expect(editIds().size).toBe(3);
  });
});
