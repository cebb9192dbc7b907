import { describe, expect, it } from 'vitest';
import { selectBeside, selectedRanges } from '#renderer/reader/state/selected-text.ts';

const range = (start: number, end: number) => ({ start, end });

describe('a selection of several ranges', () => {
  it('is told in the order of the text', () => {
    const selected = selectBeside({ caret: 3, range: range(0, 3) }, [range(10, 14), range(5, 7)]);
    expect(selectedRanges(selected)).toEqual([range(0, 3), range(5, 7), range(10, 14)]);
  });

  it('lets go what the new range runs into, and keeps what it only touches', () => {
    const selected = selectBeside({ caret: 8, range: range(4, 8) }, [range(0, 4), range(7, 9), range(8, 12)]);
    expect(selectedRanges(selected)).toEqual([range(0, 4), range(4, 8), range(8, 12)]);
  });

  it('is one range, or none, where nothing stands beside it', () => {
    expect(selectBeside({ caret: 2, range: null }, [])).toEqual({ caret: 2, range: null });
    expect(selectedRanges({ caret: 2, range: null })).toEqual([]);
  });
});
