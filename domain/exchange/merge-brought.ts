import type { BroughtArticle } from './brought.ts';
import { groupBy } from './read/group-by.ts';

/** Notes one below the other; null where there is none. */
export const joinNotes = (notes: readonly (string | null)[]): string | null => {
  const said = [...new Set(notes.flatMap((note) => note ?? []))];
  return said.length === 0 ? null : said.join('\n\n');
};

const mergeTwo = (one: BroughtArticle, other: BroughtArticle): BroughtArticle => ({
  ...one,
  text: one.text ?? other.text,
  state: one.state ?? other.state,
  note: joinNotes([one.note, other.note]),
  tags: [...new Set([...one.tags, ...other.tags])],
  passages: [...one.passages, ...other.passages],
});

/**
 * One article of all that `keyOf` gives one key; those without a key stand for themselves. `join` joins what else is
 * known of two of them.
 */
export const mergeBrought = <T extends { readonly article: BroughtArticle }>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
  join: (one: T, other: T) => T = (one) => one,
): readonly T[] =>
  [...groupBy(items, (item) => keyOf(item) ?? item).values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    return [
      others.reduce<T>(
        (one, other) => ({ ...join(one, other), article: mergeTwo(one.article, other.article) }),
        first,
      ),
    ];
  });
