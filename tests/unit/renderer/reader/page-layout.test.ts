import { describe, expect, it } from 'vitest';
import { layPages, PAGE_GAP, pageAt, placeAt, stepZoom, topOf } from '#renderer/reader/pages/page-layout.ts';

const portrait = { width: 600, height: 800 };
const landscape = { width: 800, height: 600 };
const room = 400 + 2 * PAGE_GAP;

describe('pages below one another', () => {
  it('fill the width with the widest, in whole pixels, and centre the others', () => {
    const { pages, width, height } = layPages([portrait, landscape], room, 1);
    expect(pages).toEqual([
      { left: 66, top: 16, width: 300, height: 400 },
      { left: 16, top: 432, width: 400, height: 300 },
    ]);
    expect([width, height]).toEqual([room, 748]);
  });

  it('are as wide as the zoom says, beyond the room too', () => {
    const { pages, width } = layPages([portrait], room, 2);
    expect(pages[0]?.width).toBe(800);
    expect(width).toBe(832);
  });

  it('are found by their height, a gap belonging to the page below it', () => {
    const layout = layPages([portrait, portrait, portrait], room, 1);
    const second = layout.pages[1]?.top ?? 0;
    expect(pageAt(layout, 0)).toBe(0);
    expect(pageAt(layout, second - 1)).toBe(1);
    expect(pageAt(layout, second + 10)).toBe(1);
    expect(pageAt(layout, 1e9)).toBe(2);
    expect(pageAt(layPages([], room, 1), 50)).toBe(0);
  });

  it('keep what is read in its place when the zoom changes', () => {
    const [before, after] = [1, 1.5].map((zoom) => layPages([portrait, portrait, portrait], room, zoom));
    if (before === undefined || after === undefined) throw new Error('two layouts');
    const place = placeAt(before, 700);
    expect(placeAt(after, topOf(after, place))).toEqual({ index: 1, share: expect.closeTo(place.share, 5) });
  });

  it('zoom by steps, and stay at the ends', () => {
    expect([stepZoom(1, 1), stepZoom(1, -1), stepZoom(4, 1), stepZoom(0.5, -1)]).toEqual([
      1.25, 0.75, 4, 0.5,
    ]);
  });
});
