import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Line } from '@visx/shape';
import type { InsightLine } from '#domain/insights/insight-table.ts';
import { printCount } from '#domain/print-count.ts';
import { textWidth } from '../clip-text.ts';
import type { TableChartProps } from './chart-props.ts';
import styles from './charts.module.css';
import { FilledBar, fillOf } from './fills.tsx';
import { ChartSvg, Mark } from './Marks.tsx';

const HEIGHT = 280;
const margin = { top: 22, right: 8, bottom: 26, left: 40 };
/** Between two names of the axis. */
const GAP = 12;

/** Every how many bars one has its name below it. */
const stepOf = (rows: readonly InsightLine[], bandWidth: number): number => {
  const widest = Math.max(0, ...rows.map(({ tick }) => textWidth(tick, 11)));
  return Math.max(1, Math.ceil((widest + GAP) / Math.max(bandWidth, 1)));
};

const sayBar = (
  { name, count }: InsightLine,
  cells: readonly number[],
  columns: readonly InsightLine[],
): string => {
  const parts =
    columns.length < 2
      ? ''
      : ` (${columns.map((column, at) => `${column.name.toLowerCase()} ${cells[at] ?? 0}`).join(', ')})`;
  return `${name}: ${printCount(count, 'passage')}${parts}`;
};

const scalesOf = ({ table: { rows }, width }: TableChartProps) => {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const x = scaleBand({
    domain: rows.map(({ id }) => id),
    range: [margin.left, width - margin.right],
    paddingInner: 0.18,
    paddingOuter: 0.1,
  });
  const y = scaleLinear({ domain: [0, most], range: [HEIGHT - margin.bottom, margin.top], nice: 5 });
  return { x, y, most };
};

/** Vertical bars in order of time, with the parts of each stacked. */
export const ColumnChart = (props: TableChartProps) => {
  const { table, width, onOpen } = props;
  const { rows, columns, cells } = table;
  const { x, y, most } = scalesOf(props);
  const step = stepOf(rows, x.step());
  const ticks = y.ticks(Math.min(5, most)).filter(Number.isInteger);
  const tickOf = new Map(rows.map(({ id, tick }) => [id, tick]));
  return (
    <ChartSvg label={table.rowName} width={width} height={HEIGHT}>
      {ticks.map((tick) => (
        <Line
          key={tick}
          className={styles.grid ?? ''}
          from={{ x: margin.left, y: y(tick) }}
          to={{ x: width - margin.right, y: y(tick) }}
        />
      ))}
      <AxisLeft
        scale={y}
        left={margin.left}
        tickValues={ticks}
        tickFormat={(tick) => Number(tick).toLocaleString('en-GB')}
        hideAxisLine
        hideTicks
        tickClassName={styles.tick ?? ''}
        tickLabelProps={{ className: styles.tick ?? '', textAnchor: 'end', dx: -4, dy: '0.32em' }}
      />
      {rows.map((row, at) => {
        const left = x(row.id) ?? 0;
        let top = y(0);
        const parts = columns.map((column, in_) => {
          const count = cells[at]?.[in_] ?? 0;
          const height = y(0) - y(count);
          top -= height;
          return { id: column.id, fill: fillOf(in_), y: top, height };
        });
        return (
          <Mark
            key={row.id}
            at={[0, at]}
            isEntry
            label={sayBar(row, cells[at] ?? [], columns)}
            onOpen={row.count === 0 ? undefined : () => onOpen(row)}
          >
            <rect
              className={styles.reach}
              x={left}
              y={margin.top}
              width={x.bandwidth()}
              height={y(0) - margin.top}
            />
            {parts.map(
              (part) =>
                part.height > 0 && <FilledBar key={part.id} x={left} width={x.bandwidth()} {...part} />,
            )}
            {row.count > 0 && x.step() >= textWidth(String(row.count), 11) + 2 && (
              <text className={styles.total} x={left + x.bandwidth() / 2} y={top - 6} textAnchor="middle">
                {row.count.toLocaleString('en-GB')}
              </text>
            )}
          </Mark>
        );
      })}
      <AxisBottom
        scale={x}
        top={HEIGHT - margin.bottom}
        tickValues={rows.filter((_, at) => at % step === 0).map(({ id }) => id)}
        tickFormat={(id) => tickOf.get(String(id)) ?? ''}
        axisLineClassName={styles.axis ?? ''}
        hideTicks
        tickLabelProps={{ className: styles.tick ?? '', textAnchor: 'middle' }}
      />
    </ChartSvg>
  );
};
