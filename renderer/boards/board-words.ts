/** Words that several parts of a board share. */
import type { Board } from '#domain/board/board.ts';
import type { BoardAnalyst, OpenBoard } from '#domain/board/open-board.ts';
import { printCount } from '#domain/print-count.ts';

/** An analyst's name on a board: the current analyst is named too, if a name is set. */
export const nameOfAnalyst = (name: string, me: string): string => {
  if (name === me) return me === '' ? 'You' : `${me}, you`;
  return name === '' ? 'Unnamed' : name;
};

/** The initials in a cell; for an analyst without a name "you", or somebody else. */
export const initialsOf = (name: string, me: string): string => {
  if (name.trim() === '') return me === '' ? 'you' : '–';
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toUpperCase();
};

/** "H1": the short name of a hypothesis. */
export const numberOf = (at: number): string => `H${at + 1}`;

/**
 * "Started 24 Apr by K. Osei". By whom is printed only while nobody has changed the record since: it names who changed
 * it last.
 */
export const printStarted = (
  { by, createdAt, updatedAt }: Pick<Board, 'by' | 'createdAt' | 'updatedAt'>,
  day: string,
): string => `Started ${day}${by === undefined || updatedAt !== createdAt ? '' : ` by ${by}`}`;

/** "9 pieces of evidence from 8 origins". */
export const printEvidence = ({ rows, originCount }: Pick<OpenBoard, 'rows' | 'originCount'>): string => {
  const pieces = rows.length === 1 ? '1 piece of evidence' : `${rows.length} pieces of evidence`;
  const standing = rows.filter(({ standing: now }) => now !== null).length;
  return standing === 0 || originCount === standing
    ? pieces
    : `${pieces} from ${printCount(originCount, 'origin')}`;
};

/** The note on others while their cells are hidden; null if nobody else has filled any. */
export const sayHidden = ({
  analysts,
  shown,
  cellCount,
}: Pick<OpenBoard, 'analysts' | 'shown' | 'cellCount'>): string | null => {
  const [mine, ...others] = analysts;
  const hidden = others.filter(({ name, filled }) => filled > 0 && !shown.includes(name));
  if (mine === undefined || hidden.length === 0) return null;
  const names = hidden.map(({ name }) => (name === '' ? 'An unnamed analyst' : name)).join(', ');
  const left = cellCount - mine.filled;
  if (left > 0)
    return `Their cells are shown once your board is full: ${printCount(left, 'cell')} to go. (${names})`;
  return hidden.length === 1
    ? `${names}: board not full yet. Their cells are shown once it is.`
    : `${names}: boards not full yet. Cells are shown once a board is full.`;
};

/** "26 of 27 cells filled". */
export const printFilled = ({ filled }: Pick<BoardAnalyst, 'filled'>, cellCount: number): string =>
  `${filled} of ${printCount(cellCount, 'cell')} filled`;
