import type { ChartAnswer, InsightBase } from '#domain/contract/insights.ts';
import { printCount } from '#domain/print-count.ts';
import { standsInSeveral } from './CountTable.tsx';
import { drawnContradictions } from './charts/GraphChart.tsx';

const number = new Intl.NumberFormat('en-GB');

const share = (count: number, all: number): string => `${number.format(Math.round((count / all) * 100))} %`;

/** What a chart says of itself at its foot; empty where its marks say all. */
export const footWords = (answer: ChartAnswer, base: InsightBase | undefined): string => {
  switch (answer.of) {
    case 'base':
      return '';
    case 'time':
      return `${printCount(answer.table.count, 'passage')}, a bar is a ${answer.unit}`;
    case 'gaps': {
      const open = answer.table.columns.find(({ id }) => id === 'open')?.count ?? 0;
      return `${printCount(answer.table.count, 'gap')}, ${number.format(open)} without an open task`;
    }
    case 'sources':
      return base?.largest == null
        ? ''
        : `${number.format(base.largest.count)} of ${number.format(base.passages)} (${share(base.largest.count, base.passages)}) rest on ${base.largest.name}`;
    case 'contradictions': {
      const { graph } = answer;
      return `${number.format(drawnContradictions(graph))} of ${printCount(graph.count, 'contradiction')} drawn, the largest groups first`;
    }
    default:
      return standsInSeveral(answer.table) ? 'A passage may stand in several rows' : '';
  }
};
