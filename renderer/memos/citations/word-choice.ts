/** Which words of a quotation are kept while it is shortened, and between which the hands stand. */

export type WordChoice = {
  readonly isKept: readonly boolean[];
  /** The word on which the keys act. */
  readonly at: number;
  /** The other end of what is marked; the same word where one is. */
  readonly from: number;
  /** What was kept before, for undo, the last on top; what was undone. */
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

/** Goes to a word; `isExtending` marks all words from where the hands stood. */
export const goToWord = (choice: WordChoice, at: number, isExtending: boolean): WordChoice => {
  const there = within(choice, at);
  return { ...choice, at: there, from: isExtending ? choice.from : there };
};

/** Whether the word is one of those that are marked. */
export const isMarked = ({ at, from }: WordChoice, word: number): boolean =>
  Math.min(at, from) <= word && word <= Math.max(at, from);

/** Leaves the marked words out; where none of them is kept, keeps them again. */
export const turnMarked = (choice: WordChoice): WordChoice => {
  const keeps = !choice.isKept.some((kept, word) => kept && isMarked(choice, word));
  return {
    ...choice,
    isKept: choice.isKept.map((kept, word) => (isMarked(choice, word) ? keeps : kept)),
    past: [...choice.past, choice.isKept],
    undone: [],
  };
};

/** Takes the last change back. */
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

/** Does again what was taken back. */
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
