import { scaleBand } from '@visx/scale';
import type { InsightLine, InsightTable } from '#domain/insights/insight-table.ts';
import { printCount } from '#domain/print-count.ts';
import { reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { clipPath, clipText, nameColumn, printCountWithin, textWidth } from '../clip-text.ts';
import type { TableChartProps } from './chart-props.ts';
import styles from './charts.module.css';
import { ChartSvg, Mark, type MarkPlace } from './Marks.tsx';

/** How far a sub-tag is indented below its tag. */
export const INDENT = 14;
const ROW = 32;
const TOTAL_WIDTH = 52;
const FLAT_HEAD = 24;
const SLANT_HEAD = 92;
const LETTER_WIDTH = 30;
/** Between a name and what follows it. */
const NAME_GAP = 10;
const LEAST_CELL = 30;
/** Dark enough to differ, light enough for text at a contrast of 4.5:1, in light and dark. */
const DARKEST = 0.42;
const LIGHTEST = 0.07;

/** The darkness of a cell: by square root, so that small numbers differ too. */
const darkness = (count: number, most: number): number =>
  LIGHTEST + (DARKEST - LIGHTEST) * Math.sqrt(count / Math.max(1, most));

/** Whether rows and columns are the same: a cell on the diagonal then repeats its row. */
const isSquare = ({ rows, columns }: InsightTable): boolean =>
  rows.length > 0 && rows.length === columns.length && rows.every(({ id }, at) => id === columns[at]?.id);

/** The detail of an origin is its reliability, which has a box of its own. */
const letterOf = ({ detail }: InsightLine): string | null =>
  detail !== null && Object.hasOwn(reliabilityTable, detail) ? detail : null;

const layOut = ({ table, width }: TableChartProps) => {
  const { rows, columns } = table;
  const hasLetters = rows.some((row) => letterOf(row) !== null);
  // Cells shrink in favour of the names, as long as a three-digit number fits.
  const names = nameColumn(
    rows.map(({ ownName, depth }) => ({ text: ownName, indent: depth * INDENT + NAME_GAP })),
    Math.min(200, width * 0.28),
    Math.max(
      width * 0.28,
      width - TOTAL_WIDTH - (hasLetters ? LETTER_WIDTH : 0) - columns.length * LEAST_CELL,
    ),
  );
  const left = names + (hasLetters ? LETTER_WIDTH : 0);
  const x = scaleBand({ domain: columns.map(({ id }) => id), range: [left, width - TOTAL_WIDTH] });
  const isFlat = columns.every(({ tick }) => textWidth(tick) <= x.bandwidth() - 4);
  const top = isFlat ? FLAT_HEAD : SLANT_HEAD;
  return {
    ...{ hasLetters, names, x, isFlat, top, height: top + (rows.length + 1) * ROW },
    isSquare: isSquare(table),
  };
};
type Layout = ReturnType<typeof layOut>;

type PartProps = TableChartProps & { readonly layout: Layout };

const Heads = ({ table: { columns }, layout: { x, isFlat, top } }: PartProps) =>
  columns.map(({ id, name, tick, isUnknown }) => {
    const middle = (x(id) ?? 0) + x.bandwidth() / 2;
    const turned = isFlat ? {} : { transform: `rotate(-40 ${middle} ${top - 8})` };
    return (
      <text
        key={id}
        className={joinClasses(styles.tick, isUnknown && styles.unknown)}
        x={middle}
        y={top - 8}
        textAnchor={isFlat ? 'middle' : 'start'}
        {...turned}
      >
        <title>{name}</title>
        {isFlat ? tick : clipText(tick, SLANT_HEAD * 1.15, 11)}
      </text>
    );
  });

const RowName = ({
  row,
  y,
  layout,
}: {
  readonly row: InsightLine;
  readonly y: number;
  readonly layout: Layout;
}) => (
  <>
    <text
      className={joinClasses(styles.rowName, row.isUnknown && styles.unknown)}
      x={row.depth * INDENT}
      y={y + ROW / 2}
      dy="0.36em"
    >
      <title>{row.detail === null || layout.hasLetters ? row.name : `${row.name}: ${row.detail}`}</title>
      {clipPath(row.ownName, layout.names - NAME_GAP - row.depth * INDENT)}
    </text>
    {layout.hasLetters && (
      <>
        <rect className={styles.letterBox} x={layout.names} y={y + 6} width={20} height={20} rx={4} />
        <text className={styles.letter} x={layout.names + 10} y={y + ROW / 2} dy="0.36em" textAnchor="middle">
          <title>{letterOf(row) === null ? 'No reliability' : `Reliability ${letterOf(row)} today`}</title>
          {letterOf(row) ?? '–'}
        </text>
      </>
    )}
  </>
);

type CellProps = PartProps & { readonly row: number; readonly column: number; readonly most: number };

const Cell = ({ table, onOpen, layout, row: at, column: in_, most }: CellProps) => {
  const { x, top } = layout;
  const [row, column] = [table.rows[at], table.columns[in_]];
  const count = table.cells[at]?.[in_] ?? 0;
  if (row === undefined || column === undefined) return null;
  const isOwn = layout.isSquare && at === in_;
  const box = {
    x: (x(column.id) ?? 0) + 1,
    y: top + at * ROW + 1,
    width: x.bandwidth() - 2,
    height: ROW - 2,
  };
  const middle = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    dy: '0.36em',
    textAnchor: 'middle',
  } as const;
  if (count === 0) {
    return (
      <text className={styles.zero} {...middle}>
        ·
      </text>
    );
  }
  return (
    <Mark
      at={[at, in_]}
      label={`${row.name}, ${column.name}: ${printCount(count, 'passage')}`}
      onOpen={() => (isOwn ? onOpen(row) : onOpen(row, column))}
    >
      <rect
        className={joinClasses(styles.cell, isOwn && styles.ownCell)}
        {...box}
        rx={2}
        fillOpacity={isOwn ? 0 : darkness(count, most)}
      />
      <text
        className={joinClasses(styles.inCell, count >= most * 0.7 && !isOwn && styles.strong)}
        {...middle}
      >
        {printCountWithin(count, box.width)}
      </text>
    </Mark>
  );
};

/** The largest cell; the diagonal of a square table is ignored. */
const mostIn = ({ cells }: InsightTable, layout: Layout): number =>
  Math.max(1, ...cells.flatMap((row, at) => row.filter((_, in_) => !layout.isSquare || at !== in_)));

/** Between a number at the end of its box and the edge of the drawing. */
const END_GAP = 8;

type TotalMarkProps = Pick<TableChartProps, 'onOpen'> & {
  readonly line: InsightLine;
  readonly at: MarkPlace;
  readonly isEntry?: boolean;
  /** The clickable area; the number is in its middle, or at its end. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly anchor: 'middle' | 'end';
};

/** The total of a row or a column: the number opens its passages. */
export const TotalMark = ({ line, at, isEntry = false, box, anchor, onOpen }: TotalMarkProps) => (
  <Mark
    at={at}
    isEntry={isEntry}
    label={`${line.name}: ${printCount(line.count, 'passage')}`}
    onOpen={line.count === 0 ? undefined : () => onOpen(line)}
  >
    <rect className={styles.reach} {...box} />
    <text
      className={styles.total}
      x={anchor === 'end' ? box.x + box.width - END_GAP : box.x + box.width / 2}
      y={box.y + box.height / 2}
      dy="0.36em"
      textAnchor={anchor}
    >
      {printCountWithin(line.count, anchor === 'end' ? box.width - END_GAP : box.width)}
    </text>
  </Mark>
);

const Totals = ({ table: { rows, columns, count }, width, onOpen, layout: { x, top } }: PartProps) => {
  const bottom = top + rows.length * ROW;
  return (
    <>
      <text className={styles.tick} x={width - END_GAP} y={top - 8} textAnchor="end">
        All
      </text>
      {rows.map((row, at) => (
        <TotalMark
          key={row.id}
          line={row}
          at={[at, columns.length]}
          isEntry
          box={{ x: width - TOTAL_WIDTH, y: top + at * ROW + 2, width: TOTAL_WIDTH, height: ROW - 4 }}
          anchor="end"
          onOpen={onOpen}
        />
      ))}
      <text className={joinClasses(styles.rowName, styles.strong)} x={0} y={bottom + ROW / 2} dy="0.36em">
        All
      </text>
      {columns.map((column, in_) => (
        <TotalMark
          key={column.id}
          line={column}
          at={[rows.length, in_]}
          box={{ x: (x(column.id) ?? 0) + 1, y: bottom + 2, width: x.bandwidth() - 2, height: ROW - 4 }}
          anchor="middle"
          onOpen={onOpen}
        />
      ))}
      <text className={styles.total} x={width - END_GAP} y={bottom + ROW / 2} dy="0.36em" textAnchor="end">
        {count.toLocaleString('en-GB')}
      </text>
    </>
  );
};

/** A table of counts: higher counts are darker; each cell shows its number. */
export const HeatMap = (props: TableChartProps) => {
  const { table, width } = props;
  const layout = layOut(props);
  const most = mostIn(table, layout);
  const part = { ...props, layout };
  return (
    <ChartSvg label={`${table.rowName} and ${table.columnName}`} width={width} height={layout.height}>
      <Heads {...part} />
      {table.rows.map((row, at) => (
        <RowName key={row.id} row={row} y={layout.top + at * ROW} layout={layout} />
      ))}
      {table.rows.map((row, at) =>
        table.columns.map((column, in_) => (
          <Cell key={`${row.id} ${column.id}`} {...part} row={at} column={in_} most={most} />
        )),
      )}
      <Totals {...part} />
    </ChartSvg>
  );
};
