/**
 * What rests on what in an archive, in both directions. What memos, events, boards and names rest on is one table, made
 * once a generation; what every passage and article rests on stands in the lists already, and is looked up there.
 */
import {
  type Edge,
  type EdgeTable,
  edgesOfBoard,
  edgesOfEvent,
  edgesOfMemo,
  edgeTableOf,
} from '#domain/graph/edges.ts';
import { keyOfThing, type Thing, type ThingOf } from '#domain/graph/thing.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import type { Source } from '#domain/source/source.ts';
import { branchOf, childrenOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { readingsOf } from '../readings.ts';
import { findPassage } from '../relations.ts';

type PassageThing = ThingOf<'passage'>;

/** What names rest on is of whatever they were merged into. */
const withNames = ({ sources }: CatalogueState, edges: readonly Edge[]): readonly Edge[] =>
  edges.flatMap((edge): readonly Edge[] => {
    if (edge.above.kind !== 'name') return [edge];
    const source = resolveRecord(sources, edge.above.sourceId);
    return source === null ? [] : [{ ...edge, above: { kind: 'name', sourceId: source.id } }];
  });

const edgesIn = (state: CatalogueState): readonly Edge[] => [
  ...[...state.memos.values()].flatMap(({ memo }) => edgesOfMemo(memo.id, memo.content)),
  ...[...state.events.byId.values()].flatMap(({ event }) => withNames(state, edgesOfEvent(event))),
  ...[...state.boards.values()].flatMap(({ board, ...records }) =>
    edgesOfBoard({ boards: [board], ...records }),
  ),
];

const made = new WeakMap<CatalogueState, { readonly generation: number; readonly table: EdgeTable }>();

/** The table of what memos, events, boards and names rest on; passages under the ids by which these name them. */
export const edgesOf = (state: CatalogueState): EdgeTable => {
  const known = made.get(state);
  if (known?.generation === state.generation) return known.table;
  const table = edgeTableOf(edgesIn(state));
  made.set(state, { generation: state.generation, table });
  return table;
};

/** Every reading of a passage is that passage: its newest stands for all. */
export const newestReading = (state: CatalogueState, thing: PassageThing): PassageThing => {
  const [newest] = readingsOf(state).of(thing.passageId);
  if (newest === undefined) return thing;
  return { kind: 'passage', articleId: newest.articleId, passageId: newest.passageId };
};

/** The ids under which a passage may be named. */
const idsOf = (state: CatalogueState, id: PassageId): readonly PassageId[] => {
  const readings = readingsOf(state).of(id);
  return readings.length === 0 ? [id] : readings.map(({ passageId }) => passageId);
};

const distinct = <T extends Thing>(things: readonly T[]): readonly T[] => [
  ...new Map(things.map((thing) => [keyOfThing(thing), thing])).values(),
];

const sourceThing = (source: Source | null): readonly Thing[] =>
  source === null ? [] : [{ kind: 'source', sourceId: source.id }];

const belowPassage = (state: CatalogueState, thing: PassageThing): readonly Thing[] => {
  const readings = readingsOf(state).of(thing.passageId);
  const articleIds = readings.length === 0 ? [thing.articleId] : readings.map(({ articleId }) => articleId);
  const speakerId = findPassage(state, thing.passageId)?.entry.speakerId ?? null;
  return [
    ...articleIds.map((articleId): Thing => ({ kind: 'article', articleId })),
    ...sourceThing(resolveRecord(state.sources, speakerId)),
  ];
};

const publicationOf = (state: CatalogueState, id: ArticleId): SourceId | null =>
  (state.articles.get(id) ?? state.trashedArticles.find((each) => each.id === id))?.about.publicationId ??
  null;

/** What a thing rests on directly: passages as their newest readings, each once. */
export const belowOf = (state: CatalogueState, thing: Thing): readonly Thing[] => {
  switch (thing.kind) {
    case 'passage':
      return belowPassage(state, newestReading(state, thing));
    case 'article':
      return sourceThing(resolveRecord(state.sources, publicationOf(state, thing.articleId)));
    case 'source': {
      const source = resolveRecord(state.sources, thing.sourceId);
      return sourceThing(resolveRecord(state.sources, source?.parentId ?? null));
    }
    default:
      return distinct(
        edgesOf(state)
          .below(keyOfThing(thing))
          .map((below) => (below.kind === 'passage' ? newestReading(state, below) : below)),
      );
  }
};

const passagesIn = (state: CatalogueState, articleId: ArticleId): readonly PassageThing[] => {
  const article = state.articles.get(articleId);
  const trashed = state.trashedArticles.find(({ id }) => id === articleId);
  const ids =
    article === undefined
      ? (trashed?.passages ?? []).map(({ id }) => id)
      : [...article.readings.map(({ id }) => id), ...article.deletedIds];
  return distinct(ids.map((passageId) => newestReading(state, { kind: 'passage', articleId, passageId })));
};

const isOfSource = ({ sources }: CatalogueState, id: SourceId | null, source: Source): boolean =>
  resolveRecord(sources, id) === source;

const aboveSource = (state: CatalogueState, source: Source): readonly Thing[] => {
  const spoken = [...state.voices.values()]
    .filter(({ speakerId }) => isOfSource(state, speakerId, source))
    .flatMap(({ readings }) => [...readings])
    .map(({ id: passageId, articleId }) => newestReading(state, { kind: 'passage', articleId, passageId }))
    // An older reading may have another speaker than the passage has now.
    .filter(({ passageId }) =>
      isOfSource(state, findPassage(state, passageId)?.entry.speakerId ?? null, source),
    );
  const printed = [...state.articles.values(), ...state.trashedArticles]
    .filter(({ about }) => isOfSource(state, about.publicationId, source))
    .map(({ id }): Thing => ({ kind: 'article', articleId: id }));
  const children = childrenOf(state.sources, source.id).flatMap(sourceThing);
  return distinct([...children, ...printed, ...spoken]);
};

/** What rests directly on a passage, in whichever of its readings. */
export const abovePassage = (state: CatalogueState, id: PassageId): readonly Thing[] =>
  distinct(idsOf(state, id).flatMap((each) => edgesOf(state).above(`passage ${each}`)));

/** What rests directly on a thing: the other direction of `belowOf`. */
export const aboveOf = (state: CatalogueState, thing: Thing): readonly Thing[] => {
  switch (thing.kind) {
    case 'passage':
      return abovePassage(state, thing.passageId);
    case 'article':
      return passagesIn(state, thing.articleId);
    case 'source': {
      const source = resolveRecord(state.sources, thing.sourceId);
      return source === null ? [] : aboveSource(state, source);
    }
    default:
      return edgesOf(state).above(keyOfThing(thing));
  }
};

/** Whether a passage rests on a source: it, or one below it, speaks or prints the article. */
const isOnSource = (state: CatalogueState, passage: PassageThing, source: Source): boolean => {
  const ids = belowPassage(state, passage).flatMap((below): readonly (SourceId | null)[] => {
    if (below.kind === 'article') return [publicationOf(state, below.articleId)];
    return below.kind === 'source' ? [below.sourceId] : [];
  });
  return ids.some((id) => branchOf(state.sources, id).includes(source));
};

/** The passages, of those that something rests on, that rest on the thing themselves, as their newest readings. */
export const usedPassagesOn = (
  state: CatalogueState,
  thing: ThingOf<'passage' | 'article' | 'source'>,
): readonly PassageThing[] => {
  if (thing.kind === 'passage') return [newestReading(state, thing)];
  const used = distinct(edgesOf(state).passages.map((passage) => newestReading(state, passage)));
  if (thing.kind === 'article')
    return used.filter((passage) =>
      belowPassage(state, passage).some(
        (below) => below.kind === 'article' && below.articleId === thing.articleId,
      ),
    );
  const source = resolveRecord(state.sources, thing.sourceId);
  return source === null ? [] : used.filter((passage) => isOnSource(state, passage, source));
};
