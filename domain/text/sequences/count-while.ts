/**
 * How many indices below `count` come before the first for which `isBefore` does not hold, given that it holds for a
 * prefix of them. Logarithmic.
 */
export const countIndices = (count: number, isBefore: (index: number) => boolean): number => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many of `items` precede the first for which `isBefore` does not hold, given that it holds for a prefix. */
export const countWhile = <T>(items: readonly T[], isBefore: (item: T) => boolean): number =>
  countIndices(items.length, (index) => isBefore(items[index] as T));
