/** By which column a list is sorted, and in which direction. */
export type ColumnOrder<Column extends string> = { readonly by: Column; readonly isDescending: boolean };

/**
 * The order after a press on a column head: that column, or the same one reversed. Those in `descendingFirst` start
 * with the most or the latest.
 */
export const pressColumnHead = <Column extends string>(
  { by, isDescending }: ColumnOrder<Column>,
  column: Column,
  descendingFirst: ReadonlySet<Column>,
): ColumnOrder<Column> => ({
  by: column,
  isDescending: by === column ? !isDescending : descendingFirst.has(column),
});
