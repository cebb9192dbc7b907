import { describe, expect, it } from 'vitest';
import { placeToolbar } from '#renderer/reader/selection/SelectionToolbar.tsx';

const size = { width: 300, height: 36 };
const room = { left: 0, top: 100, right: 800, bottom: 700 };

describe('the selection toolbar', () => {
  it('stands above the selection and begins with it', () => {
    const selection = { left: 120, top: 300, right: 420, bottom: 360 };
    expect(placeToolbar(selection, size, room)).toEqual({ left: 120, top: 256, side: 'above' });
  });

  it('goes below only where there is no room above', () => {
    const selection = { left: 120, top: 130, right: 420, bottom: 190 };
    expect(placeToolbar(selection, size, room)).toEqual({ left: 120, top: 198, side: 'below' });
  });

  it('stays within the room on either side', () => {
    const at = (left: number) =>
      placeToolbar({ left, top: 300, right: left + 10, bottom: 330 }, size, room).left;
    expect(at(780)).toBe(500);
    expect(at(-20)).toBe(0);
  });
});
