import type { PassageFilter } from '#domain/search/filters.ts';

type FilterChange = { readonly [K in keyof PassageFilter]?: PassageFilter[K] | null };

/** `filter` with `change` over it; null takes a condition away. */
export const changeFilter = (filter: PassageFilter, change: FilterChange): PassageFilter =>
  Object.fromEntries(
    Object.entries({ ...filter, ...change }).filter(([, value]) => value !== null && value !== undefined),
  ) as PassageFilter;

export const isEmptyFilter = (filter: PassageFilter): boolean => Object.keys(filter).length === 0;

const inOrder = (filter: PassageFilter): string =>
  JSON.stringify(Object.entries(filter).sort(([a], [b]) => a.localeCompare(b, 'en')));

/** Whether two filters ask for the same, in whatever order their conditions were set. */
export const isSameFilter = (a: PassageFilter, b: PassageFilter): boolean => inOrder(a) === inOrder(b);
