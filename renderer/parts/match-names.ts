import { foldName } from '#domain/search/fold-text.ts';

/** How well a name answers what is typed: whole, then beginning, then a word's beginning, then anywhere. */
const fitOf = (name: string, typed: string): number => {
  if (name === typed) return 4;
  if (name.startsWith(typed)) return 3;
  if (name.includes(` ${typed}`) || name.includes(`/ ${typed}`)) return 2;
  return name.includes(typed) ? 1 : 0;
};

/** Those of `items` that one of their names answers to what is typed, the best first; all where nothing is typed. */
export const matchNames = <T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] => {
  const folded = foldName(typed);
  if (folded === '') return items;
  return items
    .map((item) => ({ item, fit: Math.max(...namesOf(item).map((name) => fitOf(foldName(name), folded))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
};
