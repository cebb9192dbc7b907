/** A rectangle on a page: points from the upper left corner as displayed. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;
export const areaOf = (box: Box): number => Math.max(0, widthOf(box)) * Math.max(0, heightOf(box));

/** The intersection of two boxes; with a negative size if they don't meet. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The smallest box around both. */
export const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** The share of the narrower box that is above or below the other, 0 to 1. */
export const shareOfWidth = (a: Box, b: Box): number => {
  const narrower = Math.min(widthOf(a), widthOf(b));
  return narrower <= 0 ? 0 : Math.max(0, widthOf(common(a, b))) / narrower;
};

/** Whether the centre of `inner` is within `outer`. */
export const holdsMiddle = (outer: Box, inner: Box): boolean => {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
};

/** The distance between two boxes, along the axis where it is larger; 0 if they meet. */
export const gapBetween = (a: Box, b: Box): number => {
  const shared = common(a, b);
  return Math.max(0, -widthOf(shared), -heightOf(shared));
};
