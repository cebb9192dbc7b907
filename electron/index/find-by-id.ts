type Identified = { readonly id: string };

/** A list up to this length is searched linearly; for a longer one a table is built, once. */
const LOOKED_THROUGH = 32;
const tables = new WeakMap<readonly Identified[], ReadonlyMap<string, Identified>>();

const tableOf = (list: readonly Identified[]): ReadonlyMap<string, Identified> => {
  const known = tables.get(list);
  if (known !== undefined) return known;
  const made = new Map<string, Identified>();
  for (const each of list) if (!made.has(each.id)) made.set(each.id, each);
  tables.set(list, made);
  return made;
};

/** The first record with that id in a list that is never mutated: an article may have a hundred thousand passages. */
export const findById = <T extends Identified>(list: readonly T[], id: T['id']): T | undefined =>
  list.length <= LOOKED_THROUGH
    ? list.find((each) => each.id === id)
    : // The table of a list holds what the list does.
      (tableOf(list).get(id) as T | undefined);
