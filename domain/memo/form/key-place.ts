/**
 * Where the key to grades and terms stands. `long`: at the end of what fills three pages; a file without pages has none
 * then.
 */
export const keyPlaces = ['long', 'none', 'end', 'cover'] as const;
export type KeyPlace = (typeof keyPlaces)[number];
