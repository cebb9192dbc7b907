import type { ChartAnswer, InsightBase } from '#domain/contract/insights.ts';
import type { ChartSpec } from '../chart-specs.ts';
import styles from '../charts/charts.module.css';
import { FilledBar, fillOf } from '../charts/fills.tsx';
import { DrawnChart } from '../panel/DrawnChart.tsx';
import { footWords } from '../panel/foot-words.ts';
import { textWidth } from '../text/clip-text.ts';
import { wrapText } from '../text/wrap-text.ts';

/** In CSS pixels: as wide as a page of a document shows well. */
export const FILE_WIDTH = 960;
const MARGIN = 28;
const HEAD = 74;
const LINE = 18;
const INNER = FILE_WIDTH - 2 * MARGIN;

export type FileChartProps = {
  readonly spec: ChartSpec;
  readonly answer: ChartAnswer;
  readonly base: InsightBase | undefined;
  /** What was asked and when: "All passages, as of 21 November 2026". */
  readonly about: string;
  /** Of the drawing itself; unknown until it was drawn once. */
  readonly height: number;
};

const leftOutWords = (answer: ChartAnswer): string =>
  'table' in answer && answer.table.leftOut.length > 0
    ? `Not shown: ${answer.table.leftOut.map(({ count, says }) => `${count.toLocaleString('en-GB')} ${says}`).join(', ')}.`
    : '';

const Legend = ({ spec, answer, y }: Pick<FileChartProps, 'spec' | 'answer'> & { readonly y: number }) => {
  if (!('table' in answer) || spec.look === 'heat' || answer.table.columns.length < 2) return null;
  let x = MARGIN;
  return answer.table.columns.map(({ id, name }, at) => {
    const left = x;
    x += 24 + textWidth(name) + 22;
    return (
      <g key={id}>
        <FilledBar fill={fillOf(id, at)} x={left + 0.5} y={y - 10.5} width={17} height={11} />
        <text x={left + 24} y={y}>
          {name}
        </text>
      </g>
    );
  });
};

/** A chart as it stands in a file: with its title, the search, the day, what its fills mean, and what it leaves out. */
export const FileChart = ({ spec, answer, base, about, height }: FileChartProps) => {
  const notes = [footWords(answer, base), leftOutWords(answer)]
    .filter((words) => words !== '')
    .flatMap((words) => wrapText(words, INNER, 4, 12));
  const bottom = HEAD + height + 34;
  const whole = bottom + notes.length * LINE + MARGIN;
  return (
    <svg
      className={styles.chart}
      width={FILE_WIDTH}
      height={whole}
      viewBox={`0 0 ${FILE_WIDTH} ${whole}`}
      data-file
    >
      <title>{`${spec.title}. ${about}`}</title>
      <rect className={styles.ground} x={0} y={0} width={FILE_WIDTH} height={whole} />
      <text className={styles.fileTitle} x={MARGIN} y={36}>
        {spec.title}
      </text>
      <text className={styles.quietText} x={MARGIN} y={56}>
        {wrapText(`${spec.says}. ${about}`, INNER, 1, 11)[0] ?? ''}
      </text>
      <g transform={`translate(${MARGIN} ${HEAD})`}>
        <DrawnChart
          answer={answer}
          look={spec.look}
          width={INNER}
          onOpen={() => undefined}
          onOpenPassage={() => undefined}
          onOpenPair={() => undefined}
        />
      </g>
      <Legend spec={spec} answer={answer} y={bottom} />
      {notes.map((note, at) => (
        <text key={note} className={styles.quietText} x={MARGIN} y={bottom + (at + 1) * LINE}>
          {note}
        </text>
      ))}
    </svg>
  );
};
