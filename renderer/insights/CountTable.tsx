import { Button } from 'react-aria-components';
import type { InsightLine, InsightTable } from '#domain/insights/insight-table.ts';
import { printCount } from '#domain/print-count.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { Asked, TableChartProps } from './charts/chart-props.ts';
import styles from './table.module.css';

type CountProps = Pick<TableChartProps, 'onOpen'> & {
  readonly count: number;
  readonly asked: readonly Asked[];
  readonly says: string;
};

/** A number that opens its passages; plain text if no search can express it. */
const Count = ({ count, asked, says, onOpen }: CountProps) => {
  const text = count.toLocaleString('en-GB');
  if (count === 0 || asked.some(({ clauses }) => clauses === null)) return <>{text}</>;
  return (
    <Button
      className={joinClasses(styles.count)}
      aria-label={`${says}: ${printCount(count, 'passage')}`}
      onPress={() => onOpen(...asked)}
    >
      {text}
    </Button>
  );
};

type RowProps = Pick<TableChartProps, 'table' | 'onOpen'> & {
  readonly row: InsightLine;
  readonly cells: readonly number[];
};

const Row = ({ table: { columns }, row, cells, onOpen }: RowProps) => (
  <tr>
    <th scope="row" className={joinClasses(row.isUnknown && styles.unknown)}>
      <span style={{ paddingInlineStart: `${row.depth}em` }}>{row.ownName}</span>
      {row.detail !== null && <small>{row.detail}</small>}
    </th>
    {columns.map((column, in_) => (
      <td key={column.id}>
        <Count
          count={cells[in_] ?? 0}
          asked={[row, column]}
          says={`${row.name}, ${column.name}`}
          onOpen={onOpen}
        />
      </td>
    ))}
    <td className={styles.all}>
      <Count count={row.count} asked={[row]} says={row.name} onOpen={onOpen} />
    </td>
  </tr>
);

const LeftOutRows = ({ table: { leftOut, columns }, onOpen }: Pick<TableChartProps, 'table' | 'onOpen'>) =>
  leftOut.map((left) => (
    <tr key={left.says}>
      <th scope="row" colSpan={columns.length + 1} className={styles.unknown}>
        Not in the rows: {left.says}
      </th>
      <td className={styles.all}>
        <Count count={left.count} asked={[left]} says={left.says} onOpen={onOpen} />
      </td>
    </tr>
  ));

/** Whether the rows add up to more than the total, as a passage may be in several. */
export const standsInSeveral = ({ rows, leftOut, count }: InsightTable): boolean =>
  [...rows, ...leftOut].reduce((sum, line) => sum + line.count, 0) > count;

/** A single column would repeat the totals. */
const withoutLoneColumn = (table: InsightTable): InsightTable =>
  table.columns.length === 1 ? { ...table, columns: [], cells: table.cells.map(() => []) } : table;

/** A chart as a table: each number opens its passages. */
export const CountTable = ({ table: whole, onOpen }: Pick<TableChartProps, 'table' | 'onOpen'>) => {
  const table = withoutLoneColumn(whole);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={table.rowName}>
        <thead>
          <tr>
            <th scope="col">{table.rowName}</th>
            {table.columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <Row key={row.id} table={table} row={row} cells={table.cells[at] ?? []} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <LeftOutRows table={table} onOpen={onOpen} />
          <tr>
            <th scope="row">All</th>
            {table.columns.map((column) => (
              <td key={column.id}>
                <Count count={column.count} asked={[column]} says={column.name} onOpen={onOpen} />
              </td>
            ))}
            <td className={styles.all}>
              <Count count={table.count} asked={[]} says="All" onOpen={onOpen} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
