import { scaleLinear } from '@visx/scale';
import { Line } from '@visx/shape';
import type { ReactNode } from 'react';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { PassageId } from '#domain/ids.ts';
import type { InsightLine } from '#domain/insights/insight-table.ts';
import { printCount } from '#domain/print-count.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { ChartLook } from './chart-specs.ts';
import { ColumnChart } from './charts/ColumnChart.tsx';
import type { TableChartProps } from './charts/chart-props.ts';
import styles from './charts/charts.module.css';
import { FilledBar, fillOf } from './charts/fills.tsx';
import { GraphChart, type OpenPair } from './charts/GraphChart.tsx';
import { HeatMap, INDENT, TotalMark } from './charts/HeatMap.tsx';
import { ChartSvg, Mark } from './charts/Marks.tsx';
import { clipPath, nameColumn } from './clip-text.ts';

const ROW = 34;
const BAR = 20;
const TOTAL_WIDTH = 56;
/** A non-empty bar stays visible. */
const LEAST_WIDTH = 3;

/** Between a name and its bar. */
const NAME_GAP = 14;

/** The names get the width they need, up to half of the chart; the bars get the rest. */
const nameWidth = ({ table, width }: TableChartProps): number =>
  nameColumn(
    table.rows.map(({ ownName, depth }) => ({ text: ownName, indent: depth * INDENT + NAME_GAP })),
    Math.min(260, width * 0.34),
    Math.min(360, width * 0.5),
  );

type RowProps = TableChartProps & {
  /** Where the bars begin. */
  readonly left: number;
  readonly row: InsightLine;
  readonly at: number;
  readonly scale: (count: number) => number;
};

const Row = ({ table, width, onOpen, row, at, scale, left }: RowProps) => {
  const top = at * ROW;
  let x = left;
  return (
    <>
      {at > 0 && <Line className={styles.grid ?? ''} from={{ x: 0, y: top }} to={{ x: width, y: top }} />}
      <text
        className={joinClasses(styles.rowName, row.isUnknown && styles.unknown)}
        x={row.depth * INDENT}
        y={top + ROW / 2}
        dy="0.36em"
      >
        <title>{row.detail === null ? row.name : `${row.name}: ${row.detail}`}</title>
        {clipPath(row.ownName, left - NAME_GAP - row.depth * INDENT)}
      </text>
      {table.columns.map((column, in_) => {
        const count = table.cells[at]?.[in_] ?? 0;
        if (count === 0) return null;
        const part = { x, width: Math.max(LEAST_WIDTH, scale(count) - 1) };
        x += part.width + 1;
        return (
          <Mark
            key={column.id}
            at={[at, in_]}
            label={`${row.name}, ${column.name.toLowerCase()}: ${printCount(count, 'passage')}`}
            onOpen={() => onOpen(row, column)}
          >
            <FilledBar fill={fillOf(in_)} y={top + (ROW - BAR) / 2} height={BAR} count={count} {...part} />
          </Mark>
        );
      })}
      <TotalMark
        line={row}
        at={[at, table.columns.length]}
        isEntry
        box={{ x: width - TOTAL_WIDTH, y: top + 4, width: TOTAL_WIDTH, height: ROW - 8 }}
        anchor="end"
        onOpen={onOpen}
      />
    </>
  );
};

/** Horizontal bars, with the parts of each one after another. */
export const RowChart = (props: TableChartProps) => {
  const { table, width } = props;
  const left = nameWidth(props);
  const most = Math.max(1, ...table.cells.map((row) => row.reduce((sum, count) => sum + count, 0)));
  const scale = scaleLinear({ domain: [0, most], range: [0, width - left - TOTAL_WIDTH - 10] });
  return (
    <ChartSvg label={table.rowName} width={width} height={table.rows.length * ROW}>
      {table.rows.map((row, at) => (
        <Row key={row.id} {...props} row={row} at={at} scale={scale} left={left} />
      ))}
    </ChartSvg>
  );
};

const drawings: Readonly<Record<Exclude<ChartLook, 'graph'>, (props: TableChartProps) => ReactNode>> = {
  columns: ColumnChart,
  rows: RowChart,
  heat: HeatMap,
};

export type DrawnChartProps = Pick<TableChartProps, 'width' | 'onOpen'> & {
  readonly answer: ChartAnswer;
  readonly look: ChartLook;
  readonly onOpenPassage: (passageId: PassageId) => void;
  readonly onOpenPair: OpenPair;
};

/** A chart as drawn in the window or for a file. */
export const DrawnChart = ({ answer, look, width, onOpen, onOpenPassage, onOpenPair }: DrawnChartProps) => {
  if (answer.kind === 'contradictions') {
    return <GraphChart graph={answer.graph} width={width} onOpen={onOpenPassage} onOpenPair={onOpenPair} />;
  }
  if (answer.kind === 'base' || look === 'graph') return null;
  const Drawing = drawings[look];
  return <Drawing table={answer.table} width={width} onOpen={onOpen} />;
};
