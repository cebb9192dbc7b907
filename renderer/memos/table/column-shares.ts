/** Column widths of a table as shares in hundredths, together 100. */

const ALL = 100;
/** A narrower column could not be grabbed, and has no room for a word. */
const MIN_SHARE = 4;

/** The least share with that many columns: smaller than usual only if there are very many. */
const leastOf = (columns: number): number => Math.max(1, Math.min(MIN_SHARE, ALL / 2 / columns));

const rounded = (share: number): number => Math.max(1, Math.round(share * 10) / 10);

/** The shares as set, scaled to 100; equal if none are set, or for another number of columns. */
export const sharesOf = (widths: readonly number[] | undefined, columns: number): readonly number[] => {
  if (widths?.length !== columns) return Array.from({ length: columns }, () => ALL / columns);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (ALL * width) / all);
};

/** The shares as stored with a table. */
export const roundShares = (shares: readonly number[]): readonly number[] => shares.map(rounded);

/** Moves the line after column `at` by `by` hundredths: its two neighbours share their width. */
export const moveDivider = (shares: readonly number[], at: number, by: number): readonly number[] => {
  const [before, after] = [shares[at], shares[at + 1]];
  if (before === undefined || after === undefined) return shares;
  const least = Math.min(leastOf(shares.length), before, after);
  const moved = Math.min(after - least, Math.max(least - before, by));
  return shares.map((share, column) => {
    if (column === at) return share + moved;
    return column === at + 1 ? share - moved : share;
  });
};

/** Makes column `at` `by` times as wide; the others share the rest. The same array if nothing changes. */
export const widenShare = (shares: readonly number[], at: number, by: number): readonly number[] => {
  const before = shares[at] ?? 0;
  const least = leastOf(shares.length);
  const wide = Math.min(ALL - least * (shares.length - 1), Math.max(Math.min(least, before), before * by));
  if (shares.length < 2 || wide === before) return shares;
  const rest = (ALL - wide) / (ALL - before);
  return shares.map((share, column) => (column === at ? wide : share * rest));
};

/** Adds a column at `at` with the average width; the others shrink. */
export const insertShare = (shares: readonly number[], at: number): readonly number[] => {
  const rest = shares.length / (shares.length + 1);
  return [...shares.slice(0, at), ALL / shares.length, ...shares.slice(at)].map((share) => share * rest);
};

/** Removes the columns from `from` up to `to`; the others share their width. */
export const removeShares = (shares: readonly number[], from: number, to: number): readonly number[] =>
  sharesOf(
    shares.filter((_, column) => column < from || column >= to),
    shares.length - (to - from),
  );

export const moveShare = (shares: readonly number[], from: number, to: number): readonly number[] => {
  const left = shares.filter((_, column) => column !== from);
  return [...left.slice(0, to), shares[from] ?? 0, ...left.slice(to)];
};
