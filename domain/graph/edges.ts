/**
 * What rests directly on what, as the records say it: a memo and its judgements on what they cite, an event on the
 * passages that say so, a board and its cells on the evidence, a name on what concerns it.
 */
import type { BoardRecords } from '../board/board.ts';
import type { Event } from '../event/event.ts';
import type { MemoId } from '../ids.ts';
import { citationsOfBlock, listCitations } from '../memo/citations/list-citations.ts';
import { listJudgements } from '../memo/content/list-judgements.ts';
import type { MemoContent } from '../memo/memo-content.ts';
import { keyOfThing, type Thing, type ThingOf } from './thing.ts';

/** `above` rests on `below`. */
export type Edge = { readonly above: Thing; readonly below: Thing };

type Passages = readonly Pick<ThingOf<'passage'>, 'articleId' | 'passageId'>[];

const onPassages = (above: Thing, passages: Passages): readonly Edge[] => {
  const distinct = new Map(passages.map(({ articleId, passageId }) => [passageId, articleId]));
  return [...distinct].map(([passageId, articleId]) => ({
    above,
    below: { kind: 'passage', articleId, passageId },
  }));
};

/** A memo rests on its judgements and on all that it cites; a judgement on what its own block cites. */
export const edgesOfMemo = (memoId: MemoId, content: MemoContent): readonly Edge[] => {
  const memo = { kind: 'memo', memoId } as const;
  const judgements = listJudgements(content).flatMap((block): readonly Edge[] => {
    const judgement = { kind: 'judgement', memoId, judgementId: block.attrs.id } as const;
    return [{ above: memo, below: judgement }, ...onPassages(judgement, citationsOfBlock(block))];
  });
  return [...onPassages(memo, listCitations(content)), ...judgements];
};

/** A deleted event rests on nothing. */
export const edgesOfEvent = ({ id, sayings, concernedIds, deletedAt }: Event): readonly Edge[] => {
  if (deletedAt !== null) return [];
  const event = { kind: 'event', eventId: id } as const;
  const named = concernedIds.map((sourceId): Edge => ({ above: { kind: 'name', sourceId }, below: event }));
  return [...onPassages(event, sayings), ...named];
};

/** A board rests on its rows, and a cell on the passage of its row; whether it is filled, and how, is not told. */
export const edgesOfBoard = ({
  boards: [board],
  hypotheses,
  evidence,
}: Pick<BoardRecords, 'boards' | 'hypotheses' | 'evidence'>): readonly Edge[] => {
  if (board === undefined || board.deletedAt !== null) return [];
  const whole = { kind: 'board', boardId: board.id } as const;
  const cells = evidence.flatMap(({ id: evidenceId, articleId, passageId }) =>
    hypotheses.flatMap(({ id: hypothesisId }): readonly Edge[] => {
      const cell = { kind: 'cell', boardId: board.id, evidenceId, hypothesisId } as const;
      return [
        { above: whole, below: cell },
        { above: cell, below: { kind: 'passage', articleId, passageId } },
      ];
    }),
  );
  return [...onPassages(whole, evidence), ...cells];
};

/** The edges by both of their ends, each in the order in which they were given. */
export type EdgeTable = {
  /** What the thing of that key rests on directly. */
  below(key: string): readonly Thing[];
  /** What rests directly on the thing of that key. */
  above(key: string): readonly Thing[];
  /** The passages that something rests on, each once. */
  readonly passages: readonly ThingOf<'passage'>[];
};

const none: readonly Thing[] = [];

const push = (into: Map<string, Thing[]>, key: string, thing: Thing): void => {
  const held = into.get(key);
  if (held === undefined) into.set(key, [thing]);
  else held.push(thing);
};

export const edgeTableOf = (edges: Iterable<Edge>): EdgeTable => {
  const [below, above] = [new Map<string, Thing[]>(), new Map<string, Thing[]>()];
  const passages = new Map<string, ThingOf<'passage'>>();
  for (const edge of edges) {
    push(below, keyOfThing(edge.above), edge.below);
    push(above, keyOfThing(edge.below), edge.above);
    if (edge.below.kind === 'passage') passages.set(edge.below.passageId, edge.below);
  }
  return {
    below: (key) => below.get(key) ?? none,
    above: (key) => above.get(key) ?? none,
    passages: [...passages.values()],
  };
};
