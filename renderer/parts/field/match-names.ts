import { foldName } from '#domain/text/fold-text.ts';
import { isSameName } from '#domain/tree/compare-names.ts';

/** Names as they were folded: each key typed into a field asks the whole register again. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

const foldedName = (name: string): string => {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const made = foldName(name);
  folded.set(name, made);
  return made;
};

/**
 * How well a name matches the typed text, from 5: exact, same when folded, as a prefix, as the prefix of a word,
 * anywhere; 0: not at all. `sought` is the typed text, folded.
 */
export const fitOf = (name: string, typed: string, sought: string): number => {
  const words = foldedName(name);
  if (!words.includes(sought)) return 0;
  if (words === sought) return isSameName(name, typed) ? 5 : 4;
  if (words.startsWith(sought)) return 3;
  return words.includes(` ${sought}`) || words.includes(`/ ${sought}`) ? 2 : 1;
};

/** Those of `items` with a matching name, the best first; all if nothing is typed. */
export const matchNames = <T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] => {
  const sought = foldName(typed);
  if (sought === '') return items;
  return items
    .map((item) => ({ item, fit: Math.max(...namesOf(item).map((name) => fitOf(name, typed, sought))) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
};
