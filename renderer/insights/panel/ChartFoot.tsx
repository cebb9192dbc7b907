import type { ChartAnswer, InsightBase } from '#domain/contract/insights.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import type { ChartLook } from '../chart-specs.ts';
import type { TableChartProps } from '../charts/chart-props.ts';
import { fillOf, Swatch } from '../charts/fills.tsx';
import { footWords } from './foot-words.ts';
import styles from './panel.module.css';

const number = new Intl.NumberFormat('en-GB');

/** What the fills of bars mean. */
const Legend = ({ table: { columns } }: Pick<TableChartProps, 'table'>) =>
  columns.length > 1 && (
    <ul className="plain-list">
      {columns.map(({ id, name }, at) => (
        <li key={id} className={styles.legend}>
          <Swatch fill={fillOf(id, at)} /> {name}
        </li>
      ))}
    </ul>
  );

const edgeWords = [
  ['thick', 'no memo cites both'],
  ['thin', 'cited together'],
  ['dotted', 'same origin: counts once'],
] as const;

const GraphLegend = () => (
  <ul className="plain-list">
    {edgeWords.map(([look, says]) => (
      <li key={look} className={styles.legend}>
        <i className={styles.edge} data-look={look} /> {says}
      </li>
    ))}
  </ul>
);

export type ChartFootProps = Pick<TableChartProps, 'onOpen'> & {
  readonly answer: ChartAnswer;
  readonly look: ChartLook;
  readonly base: InsightBase | undefined;
  /** Whether the table is shown: it names what a drawing needs a legend for. */
  readonly isTable: boolean;
};

/** What the fills mean, what is left out, and a sentence that tells what the marks do not. */
export const ChartFoot = ({ answer, look, base, isTable, onOpen }: ChartFootProps) => {
  const table = 'table' in answer ? answer.table : null;
  const words = footWords(answer, base);
  return (
    <div className={styles.foot}>
      {table !== null && look !== 'heat' && !isTable && <Legend table={table} />}
      {look === 'graph' && !isTable && <GraphLegend />}
      {!isTable &&
        table?.leftOut.map((left) => (
          <Button key={left.says} isSmall variant="quiet" onPress={() => onOpen(left)}>
            {number.format(left.count)} {left.says}
          </Button>
        ))}
      {words !== '' && <p>{words}</p>}
    </div>
  );
};
