/** Falls (see the glossary), and which of the records that rested on what has fallen still have to be reviewed. */

import type { GraphNode } from '#domain/contract/graph.ts';
import type { FallToReview, UnsupportedToReview } from '#domain/contract/review.ts';
import { distinctPassages } from '#domain/event/event.ts';
import { type Fall, type FallKind, isLowered } from '#domain/graph/fall.ts';
import { keyOfThing, type Thing, type ThingOf } from '#domain/graph/thing.ts';
import type { SourceId } from '#domain/ids.ts';
import { type EvidenceChange, isEventChange, keyOfChange } from '#domain/memo/sent/evidence-change.ts';
import { type Grade, isUngraded, printGrade, ungraded } from '#domain/tradecraft/grade.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { findEvent } from '../event-table.ts';
import { findPassage } from '../relations.ts';
import { memoRows } from '../rows/memo/memo-rows.ts';
import { aboveNode } from './above-node.ts';
import { newestReading, publicationOf, usedPassagesOn } from './edge-table.ts';
import { passagesBelow, wholeNode } from './rests-on.ts';
import { sortedTops, type Top, topsAbove } from './used-in.ts';

type PassageThing = ThingOf<'passage'>;

type Resting = (fall: Fall) => boolean;

/**
 * Which falls passages rest on. Where a source has fallen, only a passage of that very source does, because its letter
 * is not that of any other.
 */
const restingOf = (state: CatalogueState, passages: readonly PassageThing[]): Resting => {
  const readingIds = new Set(passages.map((passage) => newestReading(state, passage).passageId));
  const articleIds = new Set(passages.map(({ articleId }) => articleId));
  const sourceOf = (id: SourceId | null): SourceId | null => resolveRecord(state.sources, id)?.id ?? null;
  const sourceIds = new Set(
    passages.flatMap(({ articleId, passageId }) => [
      sourceOf(findPassage(state, passageId)?.entry.speakerId ?? null),
      sourceOf(publicationOf(state, articleId)),
    ]),
  );
  return ({ thing }) => {
    switch (thing.kind) {
      case 'passage':
        return readingIds.has(newestReading(state, thing).passageId);
      case 'article':
        return articleIds.has(thing.articleId);
      case 'source': {
        const source = sourceOf(thing.sourceId);
        return source !== null && sourceIds.has(source);
      }
      default:
        return false;
    }
  };
};

const restsOnIt = (state: CatalogueState, fall: Fall, passage: PassageThing): boolean =>
  restingOf(state, [passage])(fall);

/** The present grade or letter of a thing; null if it does not exist. */
const gradeNow = (state: CatalogueState, thing: Thing): Grade | null => {
  if (thing.kind === 'source') {
    const source = resolveRecord(state.sources, thing.sourceId);
    return source === null ? null : { ...ungraded, reliability: source.reliability };
  }
  if (thing.kind !== 'passage') return null;
  return findPassage(state, newestReading(state, thing).passageId)?.entry.grade ?? null;
};

const stillFallen: { readonly [How in FallKind]: (state: CatalogueState, fall: Fall) => boolean } = {
  letter: (state, fall) => isStillLower(state, fall),
  grade: (state, fall) => isStillLower(state, fall),
  deleted: (state, { thing }) => thing.kind === 'passage' && findPassage(state, thing.passageId) === null,
  trashed: (state, { thing }) => thing.kind === 'article' && !state.articles.has(thing.articleId),
  withdrawn: (state, { thing }) =>
    thing.kind === 'article' && (state.articles.get(thing.articleId)?.about.withdrawn ?? null) !== null,
};

const isStillLower = (state: CatalogueState, { thing, was }: Fall): boolean => {
  const is = gradeNow(state, thing);
  return was !== null && is !== null && isLowered(was, is);
};

const kinds = ['memo', 'event', 'board', 'name'] as const satisfies readonly Top['kind'][];

/** The thing for a key that is stored with a fall; null for any other key. */
const topOfKey = (key: string): Top | null => {
  const [kind, id] = key.split(' ');
  switch (kinds.find((each) => each === kind)) {
    case 'memo':
      return { kind: 'memo', memoId: id as never };
    case 'event':
      return { kind: 'event', eventId: id as never };
    case 'board':
      return { kind: 'board', boardId: id as never };
    case 'name':
      return { kind: 'name', sourceId: id as never };
    default:
      return null;
  }
};

/** An event that was merged into another meanwhile is reviewed as that one. */
const standingTop = (state: CatalogueState, top: Top | null): Top | null =>
  top?.kind === 'event'
    ? { ...top, eventId: findEvent(state.events, top.eventId)?.event.id ?? top.eventId }
    : top;

type OpenFall = { readonly fall: Fall; readonly tops: readonly Top[] };

/** Deletions leave nothing of a name to look at but what it no longer rests on. */
const isGone = ({ how }: Fall): boolean => how === 'deleted' || how === 'trashed';

/** The falls that still apply, with those of the dependent records that still depend on them and were not reviewed. */
const openFalls = (state: CatalogueState): readonly OpenFall[] => {
  const resting = new Map<string, Resting>();
  const rests = (fall: Fall, top: Top): boolean => {
    if (top.kind === 'name' && isGone(fall)) return resolveRecord(state.sources, top.sourceId) !== null;
    const key = keyOfThing(top);
    const known = resting.get(key) ?? restingOf(state, passagesBelow(state, top));
    resting.set(key, known);
    return known(fall);
  };
  return state.falls
    .filter((fall) => fall.touched.length > 0 && stillFallen[fall.how](state, fall))
    .map((fall) => ({
      fall,
      tops: fall.touched
        .flatMap((key) => standingTop(state, topOfKey(key)) ?? [])
        .filter((top) => rests(fall, top)),
    }))
    .filter(({ tops }) => tops.length > 0);
};

const toldKinds: { readonly [How in FallKind]: readonly EvidenceChange['kind'][] } = {
  letter: ['source-regraded'],
  grade: ['regraded'],
  deleted: ['deleted'],
  trashed: ['deleted'],
  // Otherwise no memo reports it.
  withdrawn: [],
};

type Changed = ReturnType<typeof memoRows>[number];

const changedMemos = (state: CatalogueState): readonly Changed[] =>
  memoRows(state).filter(({ changedEvidenceCount }) => changedEvidenceCount > 0);

/** Whether a fall reports what has happened to the evidence of a memo. */
const isToldBy = (state: CatalogueState, fall: Fall, change: EvidenceChange): boolean => {
  if (!isEventChange(change))
    return (
      toldKinds[fall.how].includes(change.kind) && restsOnIt(state, fall, { ...change, kind: 'passage' })
    );
  // No passage says so any more, of which one has fallen.
  const { kind, eventId } = change;
  return (
    kind === 'event-unsupported' &&
    isGone(fall) &&
    restingOf(state, passagesBelow(state, { kind: 'event', eventId }))(fall)
  );
};

/** The changes of the evidence of memos that a fall already reports. */
const gatheredBy = (
  state: CatalogueState,
  { fall, tops }: OpenFall,
  changed: readonly Changed[],
): FallToReview['gathers'] => {
  const memoIds = new Set(tops.flatMap((top) => (top.kind === 'memo' ? top.memoId : [])));
  return changed
    .filter(({ id }) => memoIds.has(id))
    .map(({ id: memoId, evidenceChanges }) => ({
      memoId,
      changes: evidenceChanges.filter((change) => isToldBy(state, fall, change)).map(keyOfChange),
    }))
    .filter(({ changes }) => changes.length > 0);
};

const printed = (grade: Grade | null): string | null => {
  if (grade === null) return null;
  if (isUngraded(grade)) return 'not rated';
  // For a source only the letter is reported.
  return printGrade(grade).replace(/–$/u, '');
};

/** A board of twelve hypotheses would say the same twelve times. */
const withoutCells = (node: GraphNode): GraphNode => ({
  ...node,
  children: node.children.filter(({ thing }) => thing.kind !== 'cell'),
});

const itemOf = (state: CatalogueState, open: OpenFall, changed: readonly Changed[]): FallToReview => {
  const { fall, tops } = open;
  const passages = fall.thing.kind === 'passage' ? 'none' : 'leaf';
  const isTold = (passage: PassageThing): boolean => restsOnIt(state, fall, passage);
  return {
    kind: 'fallen',
    fallId: fall.id,
    how: fall.how,
    fallen: { ...wholeNode(state, fall.thing), children: [], left: 0 },
    was: printed(fall.was),
    is: fall.was === null ? null : printed(gradeNow(state, fall.thing)),
    touched: sortedTops(state, tops).map((top) => withoutCells(aboveNode(state, top, { isTold, passages }))),
    gathers: gatheredBy(state, open, changed),
  };
};

/** The falls that still have to be reviewed, the latest first. */
export const fallsToReview = (state: CatalogueState): readonly FallToReview[] => {
  const changed = changedMemos(state);
  return openFalls(state)
    .toSorted((a, b) => (a.fall.updatedAt < b.fall.updatedAt ? 1 : -1))
    .map((open) => itemOf(state, open, changed));
};

/** The keys of the memos, events, boards and names that depend on a thing; for a source, on it alone. */
export const keysResting = (state: CatalogueState, thing: Thing): readonly string[] => {
  if (thing.kind !== 'passage' && thing.kind !== 'article' && thing.kind !== 'source') return [];
  return topsAbove(state, usedPassagesOn(state, thing, { isAlone: true })).map(keyOfThing);
};

const isDead = (state: CatalogueState, articleId: PassageThing['articleId'], id: PassageThing['passageId']) =>
  findPassage(state, newestReading(state, { kind: 'passage', articleId, passageId: id }).passageId) === null;

/** Events that had passages, and no longer have any; those that a fall reports are left out. */
export const unsupportedEvents = (
  state: CatalogueState,
  open: () => readonly OpenFall[] = () => openFalls(state),
): readonly UnsupportedToReview[] => {
  const unsaid = [...state.events.byId.values()].filter(
    ({ event: { sayings } }) =>
      sayings.length > 0 && sayings.every(({ articleId, passageId }) => isDead(state, articleId, passageId)),
  );
  if (unsaid.length === 0) return [];
  const told = new Set(open().flatMap(({ tops }) => tops.map(keyOfThing)));
  return unsaid
    .filter(({ event: { id } }) => !told.has(`event ${id}`))
    .map(({ event: { id, title, date, sayings } }) => ({
      kind: 'event-unsupported',
      eventId: id,
      title,
      date,
      count: distinctPassages(sayings).length,
    }));
};

/** The number of things to review of each of these kinds; `changed`: the memos whose changes no fall reports. */
export const countFalls = (state: CatalogueState) => {
  const open = openFalls(state);
  const waiting = changedMemos(state);
  const gathered = new Map<string, Set<string>>();
  for (const { memoId, changes } of open.flatMap((each) => gatheredBy(state, each, waiting)))
    for (const change of changes) gathered.set(memoId, (gathered.get(memoId) ?? new Set()).add(change));
  const changed = waiting.filter(({ id, evidenceChanges }) =>
    evidenceChanges.some((change) => gathered.get(id)?.has(keyOfChange(change)) !== true),
  );
  return {
    fallen: open.length,
    unsupported: unsupportedEvents(state, () => open).length,
    changed: changed.length,
  };
};
