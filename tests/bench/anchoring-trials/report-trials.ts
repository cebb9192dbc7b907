import { mutations } from './mutations.ts';
import { runTrials, type Trial } from './run-trials.ts';

const TRIALS = 300;
const AIMS = { wrong: 0, found: 0.98, nothingPlaced: 0.995 };

const countOf = (trials: readonly Trial[], isCounted: (trial: Trial) => boolean): number =>
  trials.filter(isCounted).length;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const columns = ['right', 'right first', 'asked', 'wrong'] as const;
const plainColumns = ['right', 'asked', 'wrong'] as const;

const printRow = (kind: string, trials: readonly Trial[]): void => {
  const ours = columns.map((outcome) => countOf(trials, (trial) => trial.ours === outcome));
  const plain = plainColumns.map((outcome) => countOf(trials, (trial) => trial.plain === outcome));
  const cells = [trials.length, ...ours, ...plain].map((cell) => String(cell).padStart(9));
  console.log(`  ${kind.padEnd(26)}${cells.join('')}`);
};

const isPlaced = ({ ours }: Trial): boolean => ours === 'right' || ours === 'right first';

const printAim = (what: string, value: string, isMet: boolean): boolean => {
  console.log(`  ${what.padEnd(62)}${value.padStart(9)}  ${isMet ? 'met' : 'NOT MET'}`);
  return isMet;
};

/**
 * Prints, for each kind of edit, how the trials ended, for us and for the plain matcher; answers whether the aims are
 * met.
 */
export const reportTrials = (): boolean => {
  console.log(`carry a passage through an edit, ${TRIALS} seeded trials a kind: ours, then a plain matcher`);
  const heads = ['trials', 'right', '1st asked', 'asked', 'wrong', '| right', 'none', 'wrong'];
  console.log(`  ${''.padEnd(26)}${heads.map((head) => head.padStart(9)).join('')}`);
  const trials = Object.keys(mutations).flatMap((kind) => {
    const ofKind = runTrials(kind, TRIALS);
    printRow(kind, ofKind);
    return ofKind;
  });
  const wrong = trials.filter(({ ours }) => ours === 'wrong');
  for (const each of wrong) console.log(`  wrong: ${each.told()}`);
  const [gone, there] = [trials.filter(({ isGone }) => isGone), trials.filter(({ isGone }) => !isGone)];
  const placed = countOf(there, isPlaced);
  const none = countOf(gone, ({ ours }) => ours === 'right');
  return [
    printAim('wrong, and nobody asked', String(wrong.length), wrong.length <= AIMS.wrong),
    printAim(
      'right, or asked with it first, where it is still there',
      percent(placed, there.length),
      placed >= AIMS.found * there.length,
    ),
    printAim(
      'nothing placed where it is gone',
      percent(none, gone.length),
      none >= AIMS.nothingPlaced * gone.length,
    ),
  ].every(Boolean);
};
