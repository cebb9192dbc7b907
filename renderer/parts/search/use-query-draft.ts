import { useState } from 'react';
import { type Clause, joinSearch, type SplitSearch, splitSearch } from '#domain/search/split-search.ts';

export type QueryDraft = SplitSearch & {
  readonly setClauses: (clauses: readonly Clause[]) => void;
  /** What was typed, and where the caret stands in it: a condition that it has left becomes a chip. */
  readonly type: (rest: string, caret: number | null) => void;
  /** Makes chips of all conditions: the caret has gone. */
  readonly settle: () => void;
};

/** What was typed with the chips before it; where it takes them into a choice, they are text again. */
const takeIn = (clauses: readonly Clause[], typed: string, caret: number | null): SplitSearch => {
  const found = splitSearch(typed, caret);
  const rest = found.clauses.length === 0 ? typed : found.rest;
  const next = { clauses: [...clauses, ...found.clauses], rest };
  const text = joinSearch(next);
  const read = splitSearch(text);
  return read.clauses.length < next.clauses.length ? { clauses: read.clauses, rest: read.rest } : next;
};

/**
 * A search as chips and words while it is written. The text is what is kept; what is typed stays as it was typed as
 * long as the text is the one that came of it. `isPlain` shows all of it as text.
 */
export const useQueryDraft = (
  text: string,
  onChange: (text: string) => void,
  isPlain: boolean,
): QueryDraft => {
  const [kept, setKept] = useState<SplitSearch>({ clauses: [], rest: '' });
  const split = joinSearch(kept) === text ? kept : splitSearch(text);
  const shown: SplitSearch = isPlain ? { clauses: [], rest: text } : split;
  const put = (next: SplitSearch): void => {
    setKept(next);
    onChange(joinSearch(next));
  };
  return {
    ...shown,
    setClauses: (clauses) => put({ clauses, rest: shown.rest }),
    type: (rest, caret) => (isPlain ? onChange(rest) : put(takeIn(shown.clauses, rest, caret))),
    settle: () => {
      if (!isPlain && splitSearch(shown.rest).clauses.length > 0)
        put(takeIn(shown.clauses, shown.rest, null));
    },
  };
};
