/** By which column a list is sorted, and which way round. */
export type ColumnOrder<Column extends string> = { readonly by: Column; readonly isDescending: boolean };

/**
 * The order after a press on the head of a column: that column, or the same one reversed. Those of `descendingFirst`
 * begin with the most or the latest.
 */
export const pressColumnHead = <Column extends string>(
  { by, isDescending }: ColumnOrder<Column>,
  column: Column,
  descendingFirst: ReadonlySet<Column>,
): ColumnOrder<Column> => ({
  by: column,
  isDescending: by === column ? !isDescending : descendingFirst.has(column),
});
