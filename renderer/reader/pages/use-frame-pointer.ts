import { type PointerEvent as PagePointerEvent, type RefObject, useEffect, useRef } from 'react';
import { rectangleBetween } from '#domain/passage/region/rectangle.ts';
import { holdPointer } from '../boundaries/hold-pointer.ts';
import { type DrawnOnPage, isOnRegion, regionPressed } from '../state/drawn-region.ts';
import { type PagePoint, pointOnPage } from './seen-of-pages.ts';
import type { PageFraming } from './use-page-frame.ts';

/** A pointer's position among the pages. */
export type Point = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** A press that moves less than this is a click, in CSS pixels. */
export const CLICK_PX = 4;
/** How near to the edge dragging scrolls the pages, and by how much a frame. */
const SCROLL_EDGE_PX = 32;
const SCROLL_STEP_PX = 12;

/** The sheet at a point, or the nearest one above or below it. */
export const sheetAt = (scroller: HTMLElement, { clientY }: Point): HTMLElement | null => {
  let nearest: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sheet of scroller.querySelectorAll<HTMLElement>('[data-sheet]')) {
    const { top, bottom } = sheet.getBoundingClientRect();
    const distance = Math.max(top - clientY, 0, clientY - bottom);
    if (distance < least) [nearest, least] = [sheet, distance];
  }
  return nearest;
};

/** Scrolls when dragging near an edge; returns whether the pages moved. */
export const scrollAlong = (scroller: HTMLElement | null, { clientY }: Point): boolean => {
  if (scroller === null) return false;
  const before = scroller.scrollTop;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (clientY < top + SCROLL_EDGE_PX) scroller.scrollTop -= SCROLL_STEP_PX;
  if (clientY > bottom - SCROLL_EDGE_PX) scroller.scrollTop += SCROLL_STEP_PX;
  return scroller.scrollTop !== before;
};

/** The page at a point of the window, and the position on it; null beside the pages. */
const placeAt = (
  scroller: HTMLElement | null,
  point: Point,
  { sizeOf }: PageFraming,
): { readonly sheet: HTMLElement; readonly at: PagePoint } | null => {
  const sheet = scroller === null ? null : sheetAt(scroller, point);
  if (sheet === null) return null;
  const size = sizeOf(Number(sheet.dataset.sheet));
  const at = pointOnPage(sheet, point, size);
  const isOn = at.x >= 0 && at.y >= 0 && at.x <= size.width && at.y <= size.height;
  return isOn ? { sheet, at } : null;
};

/** Pointer handling for regions on pages: hovering them, and drawing a frame on the page where it is pressed. */
export const useFramePointer = (scroller: RefObject<HTMLElement | null>, framing: PageFraming) => {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const regionsAt = (
    point: Point,
  ): { readonly here: readonly DrawnOnPage[]; readonly at: PagePoint } | null => {
    const place = placeAt(scroller.current, point, framing);
    if (place === null) return null;
    return { at: place.at, here: framing.regions.filter(({ page }) => page === place.at.page) };
  };
  /** The smallest region at a point; null if none. */
  const regionAt = (point: Point): DrawnOnPage | null => {
    const on = regionsAt(point);
    return on?.here.findLast((region) => isOnRegion(region, on.at)) ?? null;
  };
  /** The region to select at a point, the next one if several overlap; null if none. */
  const pressedAt = (point: Point): DrawnOnPage | null => {
    const on = regionsAt(point);
    return on === null ? null : regionPressed(on.here, on.at, framing.current);
  };
  const begin = (pressed: Point, sheet: HTMLElement, from: PagePoint): void => {
    let last: Point = pressed;
    let isDrawn = false;
    const size = framing.sizeOf(from.page);
    const draw = (): void => {
      if (!isDrawn) return;
      const to = pointOnPage(sheet, last, size);
      const xywh = rectangleBetween({ x1: from.x, y1: from.y, x2: to.x, y2: to.y }, size);
      framing.drawOn({ page: from.page, xywh, of: framing.frame?.of ?? null });
    };
    const end = (): void => {
      stop.current = null;
      scroller.current?.focus();
    };
    stop.current = holdPointer({
      moved(event) {
        last = event;
        isDrawn ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > CLICK_PX;
        draw();
      },
      framePassed() {
        if (isDrawn && scrollAlong(scroller.current, last)) draw();
      },
      released: end,
      cancelled: end,
    });
  };
  return {
    regionAt,
    pressedAt,
    onPointerDown(event: PagePointerEvent): void {
      if (event.button !== 0 || stop.current !== null || framing.isKeeping) return;
      const place = placeAt(scroller.current, event, framing);
      if (place === null) return;
      event.preventDefault();
      begin(event, place.sheet, place.at);
    },
  };
};

export type FramePointer = ReturnType<typeof useFramePointer>;
