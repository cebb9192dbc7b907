import type { Expectation } from '#domain/board/board.ts';
import { sayExpectation, signOf } from '#domain/board/expectation.ts';
import styles from './board-table.module.css';

const [WIDTH, HEIGHT, MARGIN] = [72, 12, 4];
const step = (WIDTH - 2 * MARGIN) / 4;
const middle = HEIGHT / 2;
const xOf = (expected: number): number => MARGIN + (expected - 1) * step;

/** From the middle of five steps to the chosen one: filled towards expected, outlined towards unexpected. */
const Bar = ({ expected }: { readonly expected: Exclude<Expectation, 'none'> }) => (
  <svg width={WIDTH} height={HEIGHT} className={styles.bar} aria-hidden>
    <title>{sayExpectation(expected)}</title>
    <path className={styles.axis} d={`M${MARGIN} ${middle}H${WIDTH - MARGIN}`} />
    {[1, 2, 3, 4, 5].map((at) => (
      <path key={at} className={styles.axis} d={`M${xOf(at)} ${middle - 3}v6`} />
    ))}
    {expected === 3 ? (
      <circle className={styles.open} cx={xOf(3)} cy={middle} r={3} />
    ) : (
      <rect
        className={expected > 3 ? styles.solid : styles.open}
        x={Math.min(xOf(3), xOf(expected))}
        y={middle - 3}
        width={Math.abs(expected - 3) * step}
        height={6}
      />
    )}
  </svg>
);

/**
 * The answer in a cell: its sign, and if there is room its position on five steps. Its words are for screen readers.
 */
export const ExpectationMark = ({
  expected,
  hasBar,
}: {
  readonly expected: Expectation;
  readonly hasBar: boolean;
}) => (
  <span className={styles.mark}>
    <span className={styles.sign} aria-hidden>
      {signOf(expected)}
    </span>
    {expected === 'none' ? (
      <span className={styles.none}>{hasBar ? 'no bearing' : ''}</span>
    ) : (
      hasBar && <Bar expected={expected} />
    )}
    <span className="visually-hidden">{sayExpectation(expected)}</span>
  </span>
);
