type Placed<Id> = { readonly parentId: Id | null };

/** Whether `id` is `above` or stands below it. */
export const isBelow = <Id extends string>(rows: ReadonlyMap<Id, Placed<Id>>, id: Id, above: Id): boolean => {
  if (id === above) return true;
  const parentId = rows.get(id)?.parentId ?? null;
  return parentId !== null && isBelow(rows, parentId, above);
};
