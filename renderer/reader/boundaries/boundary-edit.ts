/** The boundaries of a passage while they are being moved: a preview, until it is kept or discarded. */
import { countWords } from '#domain/article/draft/count-words.ts';
import { type Boundary, nextBoundary } from '#domain/passage/edit/move-boundary.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { BoundaryEdit } from '../state/reader-store.ts';
import { sayWords } from '../state/say-passage.ts';

export const isSameRanges = (a: readonly TextRange[], b: readonly TextRange[]): boolean =>
  a.length === b.length &&
  a.every((range, index) => range.start === b[index]?.start && range.end === b[index].end);

/** The same with the next boundary active. */
export const withNextBoundary = (edit: BoundaryEdit): BoundaryEdit => ({
  ...edit,
  active: nextBoundary(edit.ranges, edit.active),
});

const SAID_LENGTH = 48;

/** The first or last words of `words`, depending on the end, cut between two words. */
const wordsAt = (words: string, end: Boundary['end']): string => {
  if (words.length <= SAID_LENGTH) return words;
  if (end === 'start') return `${words.slice(0, SAID_LENGTH).replace(/\s+\S*$/u, '')}…`;
  return `…${words.slice(-SAID_LENGTH).replace(/^\S*\s+/u, '')}`;
};

/** The total number of words in the ranges: "1 word", "38 words". */
export const sayLength = (text: string, ranges: readonly TextRange[]): string => {
  const count = ranges.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end), null), 0);
  return sayWords(count);
};

/** The name of a boundary: "End", or with several ranges "End of part 1 of 2". */
export const nameBoundary = ({ ranges, active }: Pick<BoundaryEdit, 'ranges' | 'active'>): string => {
  const name = active.end === 'start' ? 'Start' : 'End';
  return ranges.length === 1 ? name : `${name} of part ${active.part + 1} of ${ranges.length}`;
};

/** "End: …and nobody minded, 38 words" */
export const sayBoundary = (text: string, edit: BoundaryEdit): string => {
  const { start, end } = edit.ranges[edit.active.part] ?? { start: 0, end: 0 };
  const words = wordsAt(text.slice(start, end), edit.active.end);
  return `${nameBoundary(edit)}: ${words}, ${sayLength(text, edit.ranges)}`;
};
