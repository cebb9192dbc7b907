import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { BoardAnalyst, OpenBoard } from '#domain/board/open-board.ts';
import {
  addsUp,
  isWhole,
  makeCoherent,
  type ProbabilitySet,
  printPercent,
  sumOf,
} from '#domain/board/probabilities.ts';
import { boardSetProbability } from '#domain/contract/board.ts';
import { equalJson } from '#domain/equal-json.ts';
import { act } from '#renderer/bridge/act.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { BoardColumns, hasRoomForBars } from './BoardTable.tsx';
import styles from './board-table.module.css';
import { nameOfAnalyst, numberOf } from './board-words.ts';

/** What the numbers need of a board. */
type Given = Pick<OpenBoard, 'board' | 'me' | 'hypotheses' | 'probabilities' | 'combined'> & {
  readonly analysts: readonly Pick<BoardAnalyst, 'name' | 'hasAllProbabilities'>[];
};

/** The typed value: null if the field was emptied, undefined if it is not a percentage. */
const readPercent = (typed: string): number | null | undefined => {
  const text = typed.replace('%', '').replace(',', '.').trim();
  if (text === '') return null;
  const percent = Number(text);
  return /^\d{1,3}(?:\.\d+)?$/u.test(text) && percent <= 100 ? Math.round(percent * 10) / 10 : undefined;
};

type FieldProps = {
  readonly open: Given;
  readonly at: number;
  readonly percent: number | null;
};

const PercentField = ({ open: { board, hypotheses }, at, percent }: FieldProps) => {
  const hypothesisId = hypotheses[at]?.id;
  const commit = async (text: string): Promise<boolean> => {
    const next = readPercent(text);
    if (hypothesisId === undefined || next === undefined) return false;
    const input = { boardId: board.id, hypothesisId, percent: next };
    return (await act(boardSetProbability, input)).ok;
  };
  return (
    <CommitField
      label={`My probability of ${numberOf(at)}, per cent`}
      isLabelHidden
      value={percent === null ? '' : printPercent(percent)}
      placeholder="%"
      validate={(text) => (readPercent(text) === undefined ? '0 to 100' : undefined)}
      onCommit={commit}
    />
  );
};

/** Says that a set does not add up to 100; the set stays as given. */
const SumOf = ({ set }: { readonly set: ProbabilitySet }) => {
  if (!isWhole(set)) return null;
  const sum = printPercent(sumOf(set));
  return addsUp(set) ? (
    <span className={styles.quiet}>adds up to {sum}</span>
  ) : (
    <span className={styles.changed}>
      <TriangleAlert size={12} aria-hidden /> adds up to {sum}
    </span>
  );
};

const OwnRow = ({ open, set }: { readonly open: Given; readonly set: ProbabilitySet | undefined }) => (
  <tr>
    <th scope="row" className={styles.evidence}>
      {nameOfAnalyst(open.me, open.me)}
    </th>
    <td colSpan={2}>{set !== undefined && <SumOf set={set} />}</td>
    {open.hypotheses.map(({ id }, at) => (
      <td key={id} className={styles.percent}>
        <PercentField open={open} at={at} percent={set?.percents[at] ?? null} />
      </td>
    ))}
  </tr>
);

const OtherRow = ({ open, set }: { readonly open: Given; readonly set: ProbabilitySet }) => (
  <tr>
    <th scope="row" className={styles.evidence}>
      {nameOfAnalyst(set.analyst, open.me)}
    </th>
    <td colSpan={2}>
      <SumOf set={set} />
    </td>
    {open.hypotheses.map(({ id }, at) => (
      <td key={id} className={styles.percent}>
        {set.percents[at] === null || set.percents[at] === undefined ? '–' : printPercent(set.percents[at])}
      </td>
    ))}
  </tr>
);

/** "mean of 3; K. Osei’s taken as 26.7, 46.7, 26.7". */
const sayCombined = ({ probabilities, me }: Given): string => {
  const whole = probabilities.filter(isWhole);
  const mended = whole
    .filter((set) => !addsUp(set))
    .map(({ analyst, percents }) => {
      const whose = analyst === me ? 'yours' : `${analyst === '' ? 'the unnamed analyst' : analyst}’s`;
      return `${whose} taken as ${makeCoherent(percents).map(printPercent).join(', ')}`;
    });
  return [`mean of ${whole.length}`, ...mended].join('; ');
};

const CombinedRow = ({ open, combined }: { readonly open: Given; readonly combined: readonly number[] }) => {
  return (
    <tr className={styles.combined}>
      <th scope="row" className={styles.evidence}>
        Combined <span className={styles.quiet}>{sayCombined(open)}</span>
      </th>
      <td colSpan={2} />
      {open.hypotheses.map(({ id }, at) => (
        <td key={id} className={styles.percent}>
          {printPercent(combined[at] ?? 0)}
        </td>
      ))}
    </tr>
  );
};

/** Who has given numbers that are still hidden. */
const hiddenGivers = ({ analysts, probabilities }: Given): readonly string[] =>
  analysts
    .filter(
      ({ name, hasAllProbabilities }) =>
        hasAllProbabilities && !probabilities.some(({ analyst }) => analyst === name),
    )
    .map(({ name }) => (name === '' ? 'an unnamed analyst' : name));

const ProbabilityTable = ({ open }: { readonly open: Given }) => {
  const { me, hypotheses, probabilities, combined } = open;
  const hidden = hiddenGivers(open);
  return (
    <table className={styles.table} aria-label="Probabilities">
      <BoardColumns count={hypotheses.length} hasBars={hasRoomForBars(open)} />
      <thead>
        <tr>
          <th scope="col" className={styles.evidence}>
            Probabilities <span className={styles.quiet}>per cent; not based on the cells above</span>
          </th>
          {/* Only the first column stays in place when scrolled, as in the cells above. */}
          <td colSpan={2} />
          {hypotheses.map(({ id }, at) => (
            <th key={id} scope="col" className={styles.percent}>
              {numberOf(at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <OwnRow open={open} set={probabilities.find(({ analyst }) => analyst === me)} />
        {probabilities
          .filter(({ analyst }) => analyst !== me)
          .map((set) => (
            <OtherRow key={set.analyst} open={open} set={set} />
          ))}
        {combined !== null && <CombinedRow open={open} combined={combined} />}
        {hidden.length > 0 && (
          <tr>
            <td colSpan={3 + hypotheses.length} className={styles.quiet}>
              Given by {hidden.join(', ')}: shown once yours are complete.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

/**
 * Each analyst's probabilities of the hypotheses; they don't depend on the cells above, and are not rendered again as
 * those are filled.
 */
export const Probabilities = ({ open }: { readonly open: OpenBoard }) => {
  const { board, me, hypotheses, analysts, probabilities, combined } = open;
  const given = analysts.map(({ name, hasAllProbabilities }) => ({ name, hasAllProbabilities }));
  return <DrawnOnce open={{ board, me, hypotheses, analysts: given, probabilities, combined }} />;
};

const DrawnOnce = memo(ProbabilityTable, (before, after) => equalJson(before, after));
