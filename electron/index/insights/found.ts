import type { ArticleEntry } from '../catalogue-state.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';

/** The passages that are asked about. */
export type Found = {
  readonly hits: readonly Hit[];
  /** Those that have some, each with how many. */
  readonly articles: ReadonlyMap<ArticleEntry, number>;
};

/** How many of `items` share each key. */
export const countBy = <Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

export const foundOf = (hits: readonly Hit[]): Found => ({
  hits,
  articles: countBy(hits, ({ article }) => article),
});
