import type { ReactNode } from 'react';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { PassageId } from '#domain/ids.ts';
import type { ChartLook } from './chart-specs.ts';
import { ColumnChart } from './charts/ColumnChart.tsx';
import type { TableChartProps } from './charts/chart-props.ts';
import { GraphChart, type OpenPair } from './charts/GraphChart.tsx';
import { HeatMap } from './charts/HeatMap.tsx';
import { RowChart } from './charts/RowChart.tsx';

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

/** A chart as it is drawn, in the window or for a file. */
export const DrawnChart = ({ answer, look, width, onOpen, onOpenPassage, onOpenPair }: DrawnChartProps) => {
  if (answer.of === 'contradictions') {
    return <GraphChart graph={answer.graph} width={width} onOpen={onOpenPassage} onOpenPair={onOpenPair} />;
  }
  if (answer.of === 'base' || look === 'graph') return null;
  const Drawing = drawings[look];
  return <Drawing table={answer.table} width={width} onOpen={onOpen} />;
};
