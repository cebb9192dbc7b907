/** The line in the graph of a memo, a judgement, an event, a board, a cell or a name, and of what it depends on. */
import type { BoardEvidence } from '#domain/board/board.ts';
import { type GraphNode, type GraphState, MAX_GRAPH_LINES } from '#domain/contract/graph.ts';
import { keyOfThing, type Thing, type ThingOf } from '#domain/graph/thing.ts';
import type { PassageId } from '#domain/ids.ts';
import { listJudgements } from '#domain/memo/content/list-judgements.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, MemoEntry } from '../catalogue-state.ts';
import { readingsOf } from '../readings.ts';
import { findPassage } from '../relations.ts';
import { evidenceChanges } from '../rows/memo/evidence-changes.ts';
import { belowOf, newestReading } from './edge-table.ts';
import { lineOf, passageNode, statesOfChanges, statesSince } from './passage-node.ts';

type PassageThing = ThingOf<'passage'>;
/** Things that depend on passages, directly or through something else. */
export type AboveThing = Exclude<Thing, PassageThing | ThingOf<'article' | 'source'>>;

/**
 * Which passages are shown below a thing, and how: `whole`, with what they depend on; `leaf`, alone; `none`, if the
 * passage in question is known.
 */
export type Telling = {
  readonly isTold: (passage: PassageThing) => boolean;
  readonly passages: 'whole' | 'leaf' | 'none';
  /** The most passages shown below one thing. */
  readonly most?: number;
  /** The statements found below each name on the way up, by its key: some names have very many. */
  readonly belowNames?: ReadonlyMap<string, readonly Thing[]>;
};

/** The most passages in one answer about many: the words of each are read from the disk. */
export const MOST_TOLD = 40;

/** The part of `most` for each of `among` things: at least one passage. */
export const share = (telling: Telling, among: number): Telling =>
  telling.most === undefined
    ? telling
    : { ...telling, most: Math.max(1, Math.floor(telling.most / Math.max(1, among))) };

type Since = (passage: PassageThing) => readonly GraphState[];
const nothingSince: Since = () => [];

const isPassage = (thing: Thing): thing is PassageThing => thing.kind === 'passage';

const passagesBelow = (
  state: CatalogueState,
  above: Thing,
  telling: Telling,
  since: Since = nothingSince,
): Pick<GraphNode, 'children' | 'left'> => {
  if (telling.passages === 'none') return { children: [], left: 0 };
  const below = telling.belowNames?.get(keyOfThing(above)) ?? belowOf(state, above);
  const told = below.filter(isPassage).filter(telling.isTold);
  return linesOf(
    told,
    (passage) => passageNode(state, passage, { since: since(passage), isLeaf: telling.passages === 'leaf' }),
    telling.most,
  );
};

/** The first lines, and the number of the remaining ones. */
export const linesOf = <T extends Thing>(
  things: readonly T[],
  tell: (thing: T) => GraphNode,
  most = MAX_GRAPH_LINES,
): Pick<GraphNode, 'children' | 'left'> => ({
  children: things.slice(0, most).map(tell),
  left: Math.max(0, things.length - most),
});

/** A thing that no longer exists. */
const goneNode = (thing: Thing): GraphNode => lineOf({ thing, states: [{ kind: 'gone' }] });

const judgementsIn = ({ memo }: MemoEntry) => listJudgements(memo.content);

const titleOfJudgement = (entry: MemoEntry, id: ThingOf<'judgement'>['judgementId']): string | null => {
  const found = judgementsIn(entry).find(({ attrs }) => attrs.id === id);
  return found === undefined ? null : inlineText(found.content ?? []).trim();
};

/** The changes of a memo's evidence since it was cited, by passage. */
const sinceCited = (state: CatalogueState, entry: MemoEntry): Since => {
  const changes = evidenceChanges(state, entry).changes.filter((change) => 'passageId' in change);
  return ({ passageId }) => {
    const readings = new Set<PassageId>([
      passageId,
      ...readingsOf(state)
        .of(passageId)
        .map((reading) => reading.passageId),
    ]);
    return statesOfChanges(changes.filter((change) => readings.has(change.passageId)));
  };
};

const judgementNode = (
  state: CatalogueState,
  entry: MemoEntry,
  thing: ThingOf<'judgement'>,
  telling: Telling,
  since: Since,
): GraphNode =>
  lineOf({
    thing,
    title: titleOfJudgement(entry, thing.judgementId) ?? '',
    detail: String(judgementsIn(entry).findIndex(({ attrs }) => attrs.id === thing.judgementId) + 1),
    isSent: isSent(entry.memo),
    ...passagesBelow(state, thing, telling, since),
  });

const isJudgement = (thing: Thing): thing is ThingOf<'judgement'> => thing.kind === 'judgement';

/** A memo with its judgements, and with the citations outside of them. */
const memoNode = (state: CatalogueState, thing: ThingOf<'memo'>, telling: Telling): GraphNode => {
  const entry = state.memos.get(thing.memoId);
  if (entry === undefined) return goneNode(thing);
  const since = sinceCited(state, entry);
  const below = belowOf(state, thing);
  const rests = (judgement: Thing): boolean =>
    belowOf(state, judgement).some((each) => isPassage(each) && telling.isTold(each));
  const judgements = below.filter(isJudgement).filter((each) => telling.passages === 'whole' || rests(each));
  const inJudgements = new Set(judgements.flatMap((each) => belowOf(state, each).map(keyOfThing)));
  const others = passagesBelow(
    state,
    thing,
    { ...telling, isTold: (each) => telling.isTold(each) && !inJudgements.has(keyOfThing(each)) },
    since,
  );
  return lineOf({
    thing,
    title: entry.memo.head.title,
    detail: entry.memo.head.referenceNumber,
    marking: entry.memo.head.marking,
    isSent: isSent(entry.memo),
    children: [
      ...judgements.map((each) => judgementNode(state, entry, each, telling, since)),
      ...others.children,
    ],
    left: others.left,
  });
};

const eventNode = (state: CatalogueState, thing: ThingOf<'event'>, telling: Telling): GraphNode => {
  const entry = state.events.byId.get(thing.eventId);
  if (entry === undefined) return goneNode(thing);
  const isSaid = belowOf(state, thing).some(
    (each) => isPassage(each) && findPassage(state, each.passageId) !== null,
  );
  return lineOf({
    thing,
    title: entry.event.title,
    detail: entry.event.date,
    states: isSaid ? [] : [{ kind: 'unsupported' }],
    ...passagesBelow(state, thing, telling),
  });
};

/** The changes of a passage since it was put on the board. */
const sinceOnBoard =
  (state: CatalogueState, evidence: readonly BoardEvidence[]): Since =>
  (passage) => {
    const row = evidence.find(
      ({ articleId, passageId }) =>
        newestReading(state, { kind: 'passage', articleId, passageId }).passageId === passage.passageId,
    );
    return row === undefined ? [] : statesSince(state, row.state, passage.passageId);
  };

const boardOf = (state: CatalogueState, { boardId }: ThingOf<'board' | 'cell'>) => {
  const entry = state.boards.get(boardId);
  return entry === undefined || entry.board.deletedAt !== null ? null : entry;
};

const cellNode = (state: CatalogueState, thing: ThingOf<'cell'>, telling: Telling): GraphNode => {
  const board = boardOf(state, thing);
  const hypothesis = board?.hypotheses.find(({ id }) => id === thing.hypothesisId);
  if (board === null || hypothesis === undefined) return goneNode(thing);
  return lineOf({
    thing,
    title: hypothesis.words,
    detail: board.board.question,
    ...passagesBelow(state, thing, telling, sinceOnBoard(state, board.evidence)),
  });
};

const isCell = (thing: Thing): thing is ThingOf<'cell'> => thing.kind === 'cell';

/** A board with its passages; for one known passage, with its cells. */
const boardNode = (state: CatalogueState, thing: ThingOf<'board'>, telling: Telling): GraphNode => {
  const board = boardOf(state, thing);
  if (board === null) return goneNode(thing);
  const rests = (cell: Thing): boolean =>
    belowOf(state, cell).some((each) => isPassage(each) && telling.isTold(each));
  const cells = telling.passages === 'none' ? belowOf(state, thing).filter(isCell).filter(rests) : [];
  const passages = passagesBelow(state, thing, telling, sinceOnBoard(state, board.evidence));
  return lineOf({
    thing,
    title: board.board.question,
    ...passages,
    children: [...cells.map((cell) => cellNode(state, cell, telling)), ...passages.children],
  });
};

const isEvent = (thing: Thing): thing is ThingOf<'event'> => thing.kind === 'event';

/** A name with the statements about it, and the events that concern it. */
const nameNode = (state: CatalogueState, thing: ThingOf<'name'>, telling: Telling): GraphNode => {
  const source = resolveRecord(state.sources, thing.sourceId);
  if (source === null) return goneNode(thing);
  const rests = (event: Thing): boolean =>
    belowOf(state, event).some((each) => isPassage(each) && telling.isTold(each));
  const below = telling.belowNames?.get(keyOfThing(thing)) ?? belowOf(state, thing);
  const eventsBelow = below.filter(isEvent).filter((each) => telling.passages === 'whole' || rests(each));
  // If passages are listed themselves, those of an event are listed below the event.
  const ofEvents: Telling =
    telling.passages === 'leaf' ? { ...telling, passages: 'none' } : share(telling, eventsBelow.length);
  const events = linesOf(eventsBelow, (event) => eventNode(state, event, ofEvents), telling.most);
  const passages = passagesBelow(state, thing, telling);
  return lineOf({
    thing,
    title: source.name,
    children: [...passages.children, ...events.children],
    left: passages.left + events.left,
  });
};

/** The line of something that depends on passages, with the selected ones of them. */
export const aboveNode = (state: CatalogueState, thing: AboveThing, telling: Telling): GraphNode => {
  switch (thing.kind) {
    case 'memo':
      return memoNode(state, thing, telling);
    case 'judgement': {
      const entry = state.memos.get(thing.memoId);
      if (entry === undefined || titleOfJudgement(entry, thing.judgementId) === null) return goneNode(thing);
      return judgementNode(state, entry, thing, telling, sinceCited(state, entry));
    }
    case 'event':
      return eventNode(state, thing, telling);
    case 'board':
      return boardNode(state, thing, telling);
    case 'cell':
      return cellNode(state, thing, telling);
    case 'name':
      return nameNode(state, thing, telling);
  }
};
