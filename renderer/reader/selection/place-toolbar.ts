/** Where the selection toolbar stands: above the selection, never over the line that is read next. */

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type Size = { readonly width: number; readonly height: number };
export type Placement = { readonly left: number; readonly top: number; readonly side: 'above' | 'below' };

/** Distance between the toolbar and the selection. */
const GAP = 8;

/**
 * Places a toolbar of `size` at `selection`, all in CSS pixels of one frame: above its first line, begun where the
 * selection begins; below its last line only where there is no room within `room` above it. It is moved sideways
 * as far as it takes to stay within `room`.
 */
export const placeToolbar = (selection: Box, size: Size, room: Box): Placement => {
  const rightmost = Math.max(room.left, room.right - size.width);
  const left = Math.min(Math.max(selection.left, room.left), rightmost);
  const above = selection.top - GAP - size.height;
  return above >= room.top
    ? { left, top: above, side: 'above' }
    : { left, top: selection.bottom + GAP, side: 'below' };
};
