import { describe, expect, it } from 'vitest';
import { type CursorPress, cursorStepOf } from '#renderer/reader/text/cursor-key.ts';

const press = (key: string, held: Partial<CursorPress> = {}): CursorPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const linux = { isMac: false, isRightToLeft: false };
const mac = { isMac: true, isRightToLeft: false };

describe('a key of the reading cursor', () => {
  it('moves by word, sentence and paragraph, and selects with Shift', () => {
    expect(cursorStepOf(press('ArrowRight'), linux)).toEqual({ unit: 'word', direction: 1, extends: false });
    expect(cursorStepOf(press('ArrowUp', { shiftKey: true }), linux)).toEqual({
      unit: 'sentence',
      direction: -1,
      extends: true,
    });
    expect(cursorStepOf(press('ArrowDown', { ctrlKey: true }), linux)?.unit).toBe('paragraph');
    expect(cursorStepOf(press('ArrowDown', { altKey: true }), mac)?.unit).toBe('paragraph');
  });

  it('follows the text where it runs from right to left', () => {
    const arabic = { isMac: false, isRightToLeft: true };
    expect(cursorStepOf(press('ArrowLeft'), arabic)?.direction).toBe(1);
    expect(cursorStepOf(press('ArrowDown'), arabic)?.direction).toBe(1);
  });

  it.each([
    ['history', press('ArrowLeft', { altKey: true }), linux],
    ['words as the system counts them', press('ArrowLeft', { ctrlKey: true }), linux],
    ['the ends of a line on a Mac', press('ArrowLeft', { metaKey: true }), mac],
    ['an input method', press('ArrowDown', { isComposing: true }), linux],
    ['Home', press('Home'), linux],
  ])('is left to %s', (_, key, layout) => {
    expect(cursorStepOf(key, layout)).toBeNull();
  });
});
