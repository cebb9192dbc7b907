import { useState } from 'react';
import { bulkRateSource, sourceSetReliability, sourceUngraded } from '#domain/contract/source.ts';
import { printCount } from '#domain/print-count.ts';
import type { Source } from '#domain/source/source.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { type Reliability, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { useToday } from '#renderer/window/today.ts';
import timelineStyles from './reliability.module.css';
import styles from './sources.module.css';
import { layTimeline, type Timeline } from './timeline-layout.ts';

type ChangeProps = { readonly source: Source; readonly to: Reliability | null; readonly onClose: () => void };

const printLetter = (letter: Reliability | null): string => letter ?? 'not set';
const halfGrade = (reliability: Reliability): string => printGrade({ reliability, credibility: null });

/** Grades the source's ungraded passages too, and reports how many; returns false if that failed. */
const rateAll = async (sourceId: Source['id'], reliability: Reliability, why: string): Promise<boolean> => {
  const answer = await act(bulkRateSource, { sourceId, reliability, why });
  if (answer.ok)
    sayUndoable(`Set the letter ${reliability} on ${printCount(answer.value.changed, 'passage')}`);
  return answer.ok;
};

type Holds = 'from-now-on' | 'ungraded';

const holdsOptions = (to: Reliability, count: number) =>
  [
    { id: 'from-now-on', name: 'From now on' },
    {
      id: 'ungraded',
      name: `From now on, and for the ${printCount(count, 'ungraded passage')}`,
      detail: `as “${halfGrade(to)}”, until you add a number`,
    },
  ] as const;

/** Asks once for the reason and for which passages; graded passages keep their letter. */
export const ChangeReliability = ({ source, to, onClose }: ChangeProps) => {
  const [text, setWhy] = useState('');
  const [holds, setHolds] = useState<Holds>('from-now-on');
  const { data } = useQuery(sourceUngraded, { sourceId: source.id });
  const count = data?.count ?? 0;
  const why = text.trim();
  const setLetter = async (): Promise<boolean> =>
    (await act(sourceSetReliability, { sourceId: source.id, reliability: to, why })).ok;
  const change = async (): Promise<void> => {
    const isDone =
      holds === 'ungraded' && to !== null ? await rateAll(source.id, to, why) : await setLetter();
    if (isDone) onClose();
  };
  return (
    <FormDialog
      title={`Reliability from ${printLetter(source.reliability)} to ${printLetter(to)}`}
      submitName="Change"
      onSubmit={change}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {to !== null && `${reliabilityTable[to].wording}: ${reliabilityTable[to].meaning}. `}
        Graded passages keep their letter.
      </p>
      <TextField label="Why" autoFocus value={text} onChange={setWhy} />
      {to !== null && count > 0 && (
        <RadioGroup label="Applies" options={holdsOptions(to, count)} value={holds} onChange={setHolds} />
      )}
    </FormDialog>
  );
};

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
        <path className={timelineStyles.line} d={`${riser}M${xOf(start)} ${y}H${xOf(end)}`} />
        <circle className={isLast ? timelineStyles.last : timelineStyles.dot} cx={xOf(start)} cy={y} r={4} />
      </g>
    );
  });
};

/** The letters of a source over time. The table below has the same in words. */
export const ReliabilityTimeline = ({ history }: { readonly history: Source['reliabilityHistory'] }) => {
  const today = useToday();
  const [first] = history;
  const timeline = layTimeline(history, Date.parse(`${today}T12:00:00Z`));
  const foot = TOP + timeline.rows.length * ROW_HEIGHT + 4;
  if (first === undefined || timeline.rows.length === 0) return null;
  return (
    <svg className={timelineStyles.timeline} viewBox={`0 0 ${WIDTH} ${foot + 6}`} aria-hidden="true">
      {timeline.rows.map((letter, index) => (
        <g key={letter}>
          <text x={0} y={TOP + index * ROW_HEIGHT + 4}>
            {letter}
          </text>
          <path
            className={letter === 'F' ? timelineStyles.apart : timelineStyles.row}
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
