import type { PictureSize, Rectangle } from '#domain/passage/region/rectangle.ts';

/** The visible part of a page, in points. */
export type SeenPage = { readonly page: number; readonly xywh: Rectangle };

/** A point of the window on a page: page number and position in points, perhaps beyond its edges. */
export type PagePoint = { readonly page: number; readonly x: number; readonly y: number };

const overlap = (a: DOMRect, b: DOMRect): DOMRect => {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const width = Math.max(0, Math.min(a.right, b.right) - left);
  const height = Math.max(0, Math.min(a.bottom, b.bottom) - top);
  return new DOMRect(left, top, width, height);
};

const sheetsIn = (scroller: HTMLElement): readonly HTMLElement[] => [
  ...scroller.querySelectorAll<HTMLElement>('[data-sheet]'),
];

/** The page with the largest visible part, and that part; null if none is visible. */
export const seenOfPages = (
  scroller: HTMLElement,
  sizeOf: (page: number) => PictureSize,
): SeenPage | null => {
  const room = scroller.getBoundingClientRect();
  let most: { readonly sheet: HTMLElement; readonly seen: DOMRect } | null = null;
  for (const sheet of sheetsIn(scroller)) {
    const seen = overlap(room, sheet.getBoundingClientRect());
    const area = seen.width * seen.height;
    if (area > 0 && (most === null || area > most.seen.width * most.seen.height)) most = { sheet, seen };
  }
  if (most === null) return null;
  const page = Number(most.sheet.dataset.sheet);
  const { left, top, width, height } = most.sheet.getBoundingClientRect();
  const size = sizeOf(page);
  const [across, down] = [size.width / width, size.height / height];
  return {
    page,
    xywh: {
      x: (most.seen.left - left) * across,
      y: (most.seen.top - top) * down,
      w: most.seen.width * across,
      h: most.seen.height * down,
    },
  };
};

/** Where a point of the window is on a page. */
export const pointOnPage = (
  sheet: HTMLElement,
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
  size: PictureSize,
): PagePoint => {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return {
    page: Number(sheet.dataset.sheet),
    x: ((clientX - left) / width) * size.width,
    y: ((clientY - top) / height) * size.height,
  };
};
