import type { ArticleEntry } from '../catalogue-state.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';

/** The passages of a chart. */
export type Found = {
  readonly hits: readonly Hit[];
  /** The articles with such passages, and the number of these. */
  readonly articles: ReadonlyMap<ArticleEntry, number>;
};

/** The number of `items` for each key. */
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
