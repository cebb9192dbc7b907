/** Contradictions as a graph of passages, from their links. */
import type { ArticleId, PassageId } from '../ids.ts';
import type { LabelId } from '../passage/label.ts';
import type { RelationType } from '../passage/passage.ts';
import type { Grade } from '../tradecraft/grade.ts';

export type GraphPassage = {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  readonly label: LabelId;
  readonly grade: Grade;
  /** Its words on one line, cut short. */
  readonly quote: string;
  readonly speaker: string | null;
  readonly publication: string | null;
  readonly paragraph: number | null;
};

/** The relations between two passages, or what they have in common. */
export type GraphLink = {
  readonly from: PassageId;
  readonly to: PassageId;
  readonly type: RelationType | 'same-origin';
  /** The memos that cite both, by their reference numbers. */
  readonly citedIn: readonly string[];
};

export type ContradictionGraph = {
  /** Connected ones are consecutive, the largest group first. */
  readonly passages: readonly GraphPassage[];
  readonly links: readonly GraphLink[];
  /** How many contradictions there are in all, and how many of them are among `links`. */
  readonly count: number;
  readonly shownCount: number;
};

type Pair = Pick<GraphLink, 'from' | 'to'>;

/** The passages that hang together by the pairs, each group in the order of the pairs, the largest group first. */
export const groupsOf = (pairs: readonly Pair[]): readonly (readonly PassageId[])[] => {
  const groupOf = new Map<PassageId, Set<PassageId>>();
  for (const { from, to } of pairs) {
    const a = groupOf.get(from) ?? new Set([from]);
    const b = groupOf.get(to) ?? new Set([to]);
    const joined = new Set([...a, ...b]);
    for (const id of joined) groupOf.set(id, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]).sort((a, b) => b.length - a.length);
};
