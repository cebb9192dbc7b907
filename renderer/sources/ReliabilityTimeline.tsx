import type { Source } from '#domain/source/source.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './reliability.module.css';
import { layTimeline, type Timeline } from './timeline-layout.ts';

const WIDTH = 640;
const ROW_HEIGHT = 18;
const LEFT = 24;
const RIGHT = WIDTH - 8;
const TOP = 12;

const xOf = (place: number): number => LEFT + 8 + place * (RIGHT - LEFT - 8);

const Steps = ({ rows, steps }: Timeline) => {
  const yOf = (letter: (typeof steps)[number]['letter']): number | null =>
    letter === null ? null : TOP + rows.indexOf(letter) * ROW_HEIGHT;
  return steps.map(({ letter, start, end }, index) => {
    const y = yOf(letter);
    const before = yOf(steps[index - 1]?.letter ?? null);
    if (y === null) return null;
    const riser = before === null ? '' : `M${xOf(start)} ${before}V${y}`;
    const isLast = index === steps.length - 1;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows.
      <g key={index}>
        <path className={styles.line} d={`${riser}M${xOf(start)} ${y}H${xOf(end)}`} />
        <circle className={isLast ? styles.last : styles.dot} cx={xOf(start)} cy={y} r={4} />
      </g>
    );
  });
};

/** The letters of a source over time. The table below it says the same in words. */
export const ReliabilityTimeline = ({ history }: { readonly history: Source['reliabilityHistory'] }) => {
  const today = useToday();
  const [first] = history;
  const timeline = layTimeline(history, Date.parse(`${today}T12:00:00Z`));
  const foot = TOP + timeline.rows.length * ROW_HEIGHT + 4;
  if (first === undefined || timeline.rows.length === 0) return null;
  return (
    <svg className={styles.timeline} viewBox={`0 0 ${WIDTH} ${foot + 6}`} aria-hidden="true">
      {timeline.rows.map((letter, index) => (
        <g key={letter}>
          <text x={0} y={TOP + index * ROW_HEIGHT + 4}>
            {letter}
          </text>
          <path
            className={letter === 'F' ? styles.apart : styles.row}
            d={`M${LEFT} ${TOP + index * ROW_HEIGHT}H${RIGHT}`}
          />
        </g>
      ))}
      <Steps {...timeline} />
      <text x={LEFT} y={foot}>
        {printInstantDay(first.at, today)}
      </text>
      <text x={RIGHT} y={foot} textAnchor="end">
        today
      </text>
    </svg>
  );
};
