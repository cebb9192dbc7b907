import { foldName } from '#domain/text/fold-text.ts';
import { isSameName } from '#domain/tree/compare-names.ts';

/** How well a name answers what is typed: to the letter, whole, then beginning, then a word's beginning, then anywhere. */
const fitOf = (name: string, typed: string): number => {
  if (isSameName(name, typed)) return 5;
  const [folded, sought] = [foldName(name), foldName(typed)];
  if (folded === sought) return 4;
  if (folded.startsWith(sought)) return 3;
  if (folded.includes(` ${sought}`) || folded.includes(`/ ${sought}`)) return 2;
  return folded.includes(sought) ? 1 : 0;
};

/** Those of `items` that one of their names answers to what is typed, the best first; all where nothing is typed. */
export const matchNames = <T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] => {
  if (foldName(typed) === '') return items;
  return items
    .map((item) => ({ item, fit: Math.max(...namesOf(item).map((name) => fitOf(name, typed))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
};
