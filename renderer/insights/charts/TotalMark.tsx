import type { InsightLine } from '#domain/insights/insight-table.ts';
import { printCount } from '#domain/print-count.ts';
import type { TableChartProps } from './chart-props.ts';
import styles from './charts.module.css';
import { Mark, type MarkPlace } from './Marks.tsx';

/** Between a number at the end of its box and the edge of the drawing. */
export const END_GAP = 8;

export type TotalMarkProps = Pick<TableChartProps, 'onOpen'> & {
  readonly line: InsightLine;
  readonly at: MarkPlace;
  readonly isEntry?: boolean;
  /** What can be pressed; the number stands at its middle, or at its end. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly anchor: 'middle' | 'end';
};

/** How many passages a row or a column has in all: the number opens them. */
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
      {line.count.toLocaleString('en-GB')}
    </text>
  </Mark>
);
