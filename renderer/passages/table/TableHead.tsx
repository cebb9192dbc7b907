// biome-ignore-all lint/a11y: the lines of a virtual grid are no table elements; the keys are with the grid alone
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { PassageColumnId, PassageSort } from '#domain/search/passage-order.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useWidthDrag } from '#renderer/ui/use-width-drag.ts';
import type { PassageColumn } from './columns/passage-columns.ts';
import styles from './passage-table.module.css';

export type TableHeadProps = {
  readonly columns: readonly PassageColumn[];
  readonly sort: PassageSort;
  readonly onSort: (sort: PassageSort) => void;
  /** While a column is drawn wider, and, with `isDone`, when it is let go. */
  readonly onWidth: (id: PassageColumnId, width: number, isDone: boolean) => void;
};

/** The same column again turns the order round. */
export const nextSort = (sort: PassageSort, column: PassageColumnId): PassageSort => ({
  column,
  direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

const ariaSortOf = (sort: PassageSort, id: PassageColumnId) => (sort.column === id ? sort.direction : 'none');

/** The edge of a column, by which it is drawn wider or narrower. */
const Edge = ({ column, onWidth }: { readonly column: PassageColumn } & Pick<TableHeadProps, 'onWidth'>) => {
  const drag = useWidthDrag({
    side: 'right',
    minWidth: column.minWidth,
    onWidth: (width, isDone) => onWidth(column.id, width, isDone),
  });
  return <div aria-hidden className={styles.edge} {...drag} />;
};

const HeadCell = ({ column, sort, onSort, onWidth }: { readonly column: PassageColumn } & TableHeadProps) => {
  const Arrow = sort.direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-sort={ariaSortOf(sort, column.id)}
      aria-label={column.name}
      title={column.name}
      className={joinClasses(styles.column, column.isNumber && styles.number)}
      onClick={() => onSort(nextSort(sort, column.id))}
    >
      <span>{column.short ?? column.name}</span>
      {sort.column === column.id && <Arrow size={11} aria-hidden />}
      <Edge column={column} onWidth={onWidth} />
    </div>
  );
};

/** The names of the columns; each sorts by itself. */
export const TableHead = (props: TableHeadProps) => (
  <div role="rowgroup" className={styles.head}>
    <div role="row" aria-rowindex={1} className={styles.tracks}>
      {props.columns.map((column) => (
        <HeadCell key={column.id} column={column} {...props} />
      ))}
    </div>
  </div>
);
