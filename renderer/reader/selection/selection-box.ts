import type { Box } from './place-toolbar.ts';

/**
 * The box that a toolbar is placed by: it begins where the first line of the selection begins, and reaches down to
 * the end of the last. Null where nothing is drawn.
 */
export const selectionBox = (lines: readonly Box[]): Box | null => {
  const [first] = lines;
  if (first === undefined) return null;
  const firstLine = lines.filter(({ top }) => Math.abs(top - first.top) < 4);
  return {
    left: Math.min(...firstLine.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
};

/** The box in the frame of an element whose upper left corner is `origin`. */
export const within = (box: Box, origin: Pick<Box, 'left' | 'top'>): Box => ({
  left: box.left - origin.left,
  right: box.right - origin.left,
  top: box.top - origin.top,
  bottom: box.bottom - origin.top,
});
