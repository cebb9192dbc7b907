// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { placeBelow } from '#renderer/ui/overlays/place-float.ts';

const HEIGHT = 400;
beforeEach(() => {
  vi.stubGlobal('innerWidth', 640);
  vi.stubGlobal('innerHeight', HEIGHT);
});

const place = (top: number, height = 200, left = 100) =>
  placeBelow({ left, top, bottom: top + 20 }, 380, height);

it('stands below its anchor where there is room, and over it where there is not', () => {
  expect(place(100)).toMatchObject({ top: 126 });
  expect(place(300)).toMatchObject({ bottom: HEIGHT - 300 + 6 });
});

it('never reaches beyond the window: on the side with more room it is as high as that', () => {
  const [high, low] = [place(150, 300), place(250, 300)];
  expect(high).toMatchObject({ top: 176 });
  expect(176 + high.maxBlockSize).toBeLessThanOrEqual(HEIGHT);
  expect(low).toMatchObject({ bottom: HEIGHT - 250 + 6 });
  expect(250 - 6 - low.maxBlockSize).toBeGreaterThanOrEqual(0);
});

it('stays within the sides of the window', () => {
  expect(place(100, 200, 600).left).toBe(640 - 380 - 6);
  expect(place(100, 200, -50).left).toBe(6);
});
