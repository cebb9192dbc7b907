/** What depends on a thing: memos, events, boards and names, directly or indirectly. */
import { type GraphNode, MAX_GRAPH_LINES } from '#domain/contract/graph.ts';
import { keyOfThing, type Thing, type ThingOf } from '#domain/graph/thing.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { type AboveThing, aboveNode, MOST_TOLD, share, type Telling } from './above-node.ts';
import { aboveOf, abovePassage, newestReading, usedPassagesOn } from './edge-table.ts';
import { wholeNode } from './rests-on.ts';

type Lower = ThingOf<'passage' | 'article' | 'source'>;

/** Things at the top of the graph, which are listed themselves. */
export type Top = ThingOf<'memo' | 'event' | 'board' | 'name'>;
const isTop = (thing: Thing): thing is Top =>
  thing.kind === 'memo' || thing.kind === 'event' || thing.kind === 'board' || thing.kind === 'name';

const order = ['memo', 'event', 'board', 'name'] as const satisfies readonly Top['kind'][];

/** The sort key within one kind: memos by their last change, events by day. */
const sortKey = (state: CatalogueState, thing: Top): string => {
  switch (thing.kind) {
    case 'memo':
      return state.memos.get(thing.memoId)?.memo.updatedAt ?? '';
    case 'event':
      return state.events.byId.get(thing.eventId)?.event.date ?? '';
    case 'board':
      return state.boards.get(thing.boardId)?.board.question ?? '';
    case 'name':
      return state.sources.get(thing.sourceId)?.name ?? '';
  }
};

/** Memos from the last changed on, events by day, boards, then names. */
export const sortedTops = (state: CatalogueState, tops: readonly Top[]): readonly Top[] =>
  order.flatMap((kind) => {
    const keyed = tops.filter((top) => top.kind === kind).map((top) => ({ top, key: sortKey(state, top) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return (kind === 'memo' ? keyed.reverse() : keyed).map(({ top }) => top);
  });

/** The top-level things that depend on a passage, including names through the events that concern them. */
const topsAbovePassage = (state: CatalogueState, { passageId }: ThingOf<'passage'>): readonly Top[] =>
  abovePassage(state, passageId)
    .filter(isTop)
    .flatMap((top) => (top.kind === 'event' ? [top, ...aboveOf(state, top).filter(isTop)] : [top]));

/** The memos, events, boards and names above passages, each once. */
export const topsAbove = (state: CatalogueState, passages: readonly ThingOf<'passage'>[]): readonly Top[] => {
  const tops = passages.flatMap((passage) => topsAbovePassage(state, passage));
  return sortedTops(state, [...new Map(tops.map((top) => [keyOfThing(top), top])).values()]);
};

const isLower = (thing: Thing): thing is Lower =>
  thing.kind === 'passage' || thing.kind === 'article' || thing.kind === 'source';

/** What depends on something that is itself above passages: the memo of a judgement, the board of a cell. */
const aboveAbove = (state: CatalogueState, thing: AboveThing): GraphNode => {
  const telling: Telling = { isTold: () => false, passages: 'leaf' };
  const tops = sortedTops(state, aboveOf(state, thing).filter(isTop));
  return {
    ...wholeNode(state, thing),
    children: tops.map((top) => aboveNode(state, top, telling)),
    left: 0,
  };
};

/** The passages below each name, by its key. */
const belowNames = (
  state: CatalogueState,
  passages: readonly ThingOf<'passage'>[],
): ReadonlyMap<string, readonly Thing[]> => {
  const found = new Map<string, Map<string, Thing>>();
  const put = (above: readonly Thing[], below: Thing): void => {
    for (const name of above) {
      if (name.kind !== 'name') continue;
      const key = keyOfThing(name);
      const known = found.get(key) ?? new Map<string, Thing>();
      known.set(keyOfThing(below), below);
      found.set(key, known);
    }
  };
  for (const passage of passages) {
    const above = abovePassage(state, passage.passageId);
    put(above, passage);
    for (const each of above) if (each.kind === 'event') put(aboveOf(state, each), each);
  }
  return new Map([...found].map(([key, below]) => [key, [...below.values()]]));
};

/** What depends on a thing; null if nothing is known of it. */
export const usedIn = (state: CatalogueState, thing: Thing): GraphNode | null => {
  if (!isLower(thing)) return aboveAbove(state, thing);
  const passages = usedPassagesOn(state, thing);
  const told = new Set(passages.map(({ passageId }) => passageId));
  const tops = topsAbove(state, passages);
  const telling: Telling = {
    isTold: (passage) => told.has(newestReading(state, passage).passageId),
    passages: thing.kind === 'passage' ? 'none' : 'leaf',
    belowNames: belowNames(state, passages),
  };
  return {
    ...wholeNode(state, thing),
    children: tops
      .slice(0, MAX_GRAPH_LINES)
      .map((top, at) =>
        aboveNode(
          state,
          top,
          at < MOST_TOLD ? share({ ...telling, most: MOST_TOLD }, tops.length) : { ...telling, most: 0 },
        ),
      ),
    left: Math.max(0, tops.length - MAX_GRAPH_LINES),
  };
};
