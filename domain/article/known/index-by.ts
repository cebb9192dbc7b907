import type { Steps } from '../../steps.ts';

/** The things under each of their keys, for each way of asking for them; those of one key in their order. */
export type IndexBy<T, Way extends string> = Readonly<Record<Way, ReadonlyMap<string, readonly T[]>>>;

const put = <T>(index: Map<string, T[]>, key: string, thing: T): void => {
  const there = index.get(key);
  if (there === undefined) index.set(key, [thing]);
  else there.push(thing);
};

/** Indexes `things` in each of `ways` by the keys that they have in it, a step for each thing. */
export function* indexBy<T, const Way extends string>(
  things: Iterable<T>,
  ways: readonly Way[],
  keysOf: (thing: T) => Readonly<Record<Way, Iterable<string>>>,
): Steps<IndexBy<T, Way>> {
  const index = Object.fromEntries(ways.map((way) => [way, new Map()])) as Record<Way, Map<string, T[]>>;
  for (const thing of things) {
    const keys = keysOf(thing);
    for (const way of ways) for (const key of new Set(keys[way])) put(index[way], key, thing);
    yield;
  }
  return index;
}
