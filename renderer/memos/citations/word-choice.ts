/** Which words of a quotation are kept while it is shortened, and the marked range. */

export type WordChoice = {
  readonly isKept: readonly boolean[];
  /** The word on which the keys act. */
  readonly at: number;
  /** The other end of the marked range; the same word if it is a single one. */
  readonly from: number;
  /** Earlier states for undo, the last on top; undone states for redo. */
  readonly past: readonly (readonly boolean[])[];
  readonly undone: readonly (readonly boolean[])[];
};

export const beginChoice = (isKept: readonly boolean[]): WordChoice => ({
  isKept,
  at: 0,
  from: 0,
  past: [],
  undone: [],
});

const within = (choice: WordChoice, at: number): number =>
  Math.min(Math.max(at, 0), choice.isKept.length - 1);

/** Moves to a word; `isExtending` marks all words from the other end. */
export const goToWord = (choice: WordChoice, at: number, isExtending: boolean): WordChoice => {
  const there = within(choice, at);
  return { ...choice, at: there, from: isExtending ? choice.from : there };
};

/** Whether the word is in the marked range. */
export const isMarked = ({ at, from }: WordChoice, word: number): boolean =>
  Math.min(at, from) <= word && word <= Math.max(at, from);

/** Leaves the marked words out; if none of them is kept, keeps them again. */
export const turnMarked = (choice: WordChoice): WordChoice => {
  const keeps = !choice.isKept.some((kept, word) => kept && isMarked(choice, word));
  return {
    ...choice,
    isKept: choice.isKept.map((kept, word) => (isMarked(choice, word) ? keeps : kept)),
    past: [...choice.past, choice.isKept],
    undone: [],
  };
};

/** Undoes the last change. */
export const undoChoice = (choice: WordChoice): WordChoice => {
  const before = choice.past.at(-1);
  if (before === undefined) return choice;
  return {
    ...choice,
    isKept: before,
    past: choice.past.slice(0, -1),
    undone: [...choice.undone, choice.isKept],
  };
};

/** Redoes the change that was undone last. */
export const redoChoice = (choice: WordChoice): WordChoice => {
  const after = choice.undone.at(-1);
  if (after === undefined) return choice;
  return {
    ...choice,
    isKept: after,
    past: [...choice.past, choice.isKept],
    undone: choice.undone.slice(0, -1),
  };
};
