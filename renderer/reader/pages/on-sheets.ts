/** Where a pointer is among the pages. */
export type Point = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** A press that moves less than this is a click, in CSS pixels. */
export const CLICK_PX = 4;
/** So near to the edge the pages scroll along, by so much a frame. */
const SCROLL_EDGE_PX = 32;
const SCROLL_STEP_PX = 12;

/** The sheet under a point, or the one that is nearest above or below it. */
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

/** Scrolls where something is drawn towards an edge; answers whether that moved the pages. */
export const scrollAlong = (scroller: HTMLElement | null, { clientY }: Point): boolean => {
  if (scroller === null) return false;
  const before = scroller.scrollTop;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (clientY < top + SCROLL_EDGE_PX) scroller.scrollTop -= SCROLL_STEP_PX;
  if (clientY > bottom - SCROLL_EDGE_PX) scroller.scrollTop += SCROLL_STEP_PX;
  return scroller.scrollTop !== before;
};
