/** Whether a box is cut down to nothing, by the computed values of `clip` and `clip-path`. */

const inPixels = (length: string, sidePx: number): number =>
  Number.parseFloat(length) * (length.endsWith('%') ? sidePx / 100 : 1);

type Size = { readonly width: number; readonly height: number };

const isInsetAway = (value: string, { width, height }: Size): boolean => {
  const [, sides] = /^inset\(([^()]*?)(?: round .*)?\)$/.exec(value) ?? [];
  if (sides === undefined) return false;
  const [top = '0', right = top, bottom = top, left = right] = sides.split(' ');
  return (
    inPixels(top, height) + inPixels(bottom, height) >= height - 1 ||
    inPixels(left, width) + inPixels(right, width) >= width - 1
  );
};

const isFlatPolygon = (value: string, { width, height }: Size): boolean => {
  const [, list] = /^polygon\((?:(?:evenodd|nonzero), )?([^()]*)\)$/.exec(value) ?? [];
  if (list === undefined) return false;
  const points = list.split(', ').map((point) => point.split(' '));
  const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
  return (
    spread(points.map(([x = '']) => inPixels(x, width))) <= 1 ||
    spread(points.map(([, y = '']) => inPixels(y, height))) <= 1
  );
};

/** By `clip-path`. */
export const isShapedAway = (value: string, size: Size): boolean =>
  /^(?:circle|ellipse)\((?:0(?:px|%)?|\S+ 0(?:px|%)?)[ )]/.test(value) ||
  isInsetAway(value, size) ||
  isFlatPolygon(value, size);

/** By `clip`, which holds for what is out of the flow. */
export const isCutAway = (value: string): boolean => {
  const [, list] = /^rect\(([^()]*)\)$/.exec(value) ?? [];
  if (list === undefined) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = list.split(', ').map(Number.parseFloat);
  return right - left <= 1 || bottom - top <= 1;
};
