/**
 * The dependencies in an archive, in both directions. What memos, events, boards and names depend on is in one table,
 * built once per generation; what every passage and article depends on is in the lists already, and is looked up there.
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
import { remembering } from '#domain/remembering.ts';
import type { Source } from '#domain/source/source.ts';
import { branchOf, childrenOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { BoardEntry, CatalogueState, MemoEntry, PassageEntry } from '../catalogue-state.ts';
import type { EventEntry } from '../event-table.ts';
import { readingsOf } from '../readings.ts';
import { findPassage } from '../relations.ts';

type PassageThing = ThingOf<'passage'>;

/** Dependencies of names belong to the names that they were merged into. */
const withNames = ({ sources }: CatalogueState, edges: readonly Edge[]): readonly Edge[] =>
  edges.flatMap((edge): readonly Edge[] => {
    if (edge.above.kind !== 'name') return [edge];
    const source = resolveRecord(sources, edge.above.sourceId);
    return source === null ? [] : [{ ...edge, above: { kind: 'name', sourceId: source.id } }];
  });

/** The edges of a record, which is immutable, are computed once. */
const onceEach = <Record extends object>(
  find: (record: Record) => readonly Edge[],
): ((record: Record) => readonly Edge[]) => {
  const found = new WeakMap<Record, readonly Edge[]>();
  return (record) => {
    const known = found.get(record) ?? find(record);
    found.set(record, known);
    return known;
  };
};

const ofMemo = onceEach(({ memo }: MemoEntry) => edgesOfMemo(memo.id, memo.content));
const ofEvent = onceEach(({ event }: EventEntry) => edgesOfEvent(event));
const ofBoard = onceEach(({ board, ...records }: BoardEntry) =>
  edgesOfBoard({ boards: [board], ...records }),
);

const edgesIn = (state: CatalogueState): readonly Edge[] => [
  ...[...state.memos.values()].flatMap(ofMemo),
  ...withNames(state, [...state.events.byId.values()].flatMap(ofEvent)),
  ...[...state.boards.values()].flatMap(ofBoard),
];

const made = new WeakMap<CatalogueState, { readonly generation: number; readonly table: EdgeTable }>();

/** The table of what memos, events, boards and names depend on; passages by the ids that these refer to. */
export const edgesOf = (state: CatalogueState): EdgeTable => {
  const known = made.get(state);
  if (known?.generation === state.generation) return known.table;
  const table = edgeTableOf(edgesIn(state));
  made.set(state, { generation: state.generation, table });
  return table;
};

/** Every reading of a passage counts as that passage, represented by its newest. */
export const newestReading = (state: CatalogueState, thing: PassageThing): PassageThing => {
  const [newest] = readingsOf(state).of(thing.passageId);
  if (newest === undefined) return thing;
  return { kind: 'passage', articleId: newest.articleId, passageId: newest.passageId };
};

/** The ids by which a passage may be referred to. */
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

export const publicationOf = (state: CatalogueState, id: ArticleId): SourceId | null =>
  (state.articles.get(id) ?? state.trashedArticles.find((each) => each.id === id))?.about.publicationId ??
  null;

/** What a thing depends on directly: passages as their newest readings, each once. */
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
    case 'name':
      return distinct([...concernedIn(state, thing), ...edgesOf(state).below(keyOfThing(thing))]);
    default:
      return distinct(
        edgesOf(state)
          .below(keyOfThing(thing))
          .map((below) => (below.kind === 'passage' ? newestReading(state, below) : below)),
      );
  }
};

/** The passages that are about a name, or about what was merged into it, according to their newest readings. */
const concernedIn = (state: CatalogueState, { sourceId }: ThingOf<'name'>): readonly PassageThing[] =>
  [...state.concerning].flatMap(([id, entries]) =>
    resolveRecord(state.sources, id)?.id !== sourceId
      ? []
      : [...entries]
          .map(({ articleId, id: passageId }) => {
            const newest = newestReading(state, { kind: 'passage', articleId, passageId });
            return { newest, isItself: newest.passageId === passageId };
          })
          // Its newest reading may be about others.
          .filter(
            ({ newest, isItself }) =>
              isItself || namesOf(state, newest.passageId).some((name) => name.sourceId === sourceId),
          )
          .map(({ newest }) => newest),
  );

/** The names that a passage is about, according to its newest reading. */
const namesOf = (state: CatalogueState, passageId: PassageId): readonly ThingOf<'name'>[] => {
  const [newest] = readingsOf(state).of(passageId);
  const entry = findPassage(state, newest?.passageId ?? passageId)?.entry;
  return (entry?.concernedIds ?? []).flatMap((id): readonly ThingOf<'name'>[] => {
    const source = resolveRecord(state.sources, id);
    return source === null ? [] : [{ kind: 'name', sourceId: source.id }];
  });
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

/** What depends directly on a passage, on any of its readings. */
export const abovePassage = (state: CatalogueState, id: PassageId): readonly Thing[] =>
  distinct([
    ...idsOf(state, id).flatMap((each) => edgesOf(state).above(`passage ${each}`)),
    ...namesOf(state, id),
  ]);

/** What depends directly on a thing: the reverse of `belowOf`. */
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

const isOnBranch = ({ sources }: CatalogueState, id: SourceId | null, source: Source): boolean =>
  branchOf(sources, id).includes(source);

type Named = { readonly passage: PassageThing; readonly entries: readonly PassageEntry[] };

const namedIn = new WeakMap<EdgeTable, readonly Named[]>();

/** The passages of the table with all of their readings, computed once for each table. */
const namedPassages = (state: CatalogueState): readonly Named[] => {
  const table = edgesOf(state);
  const known = namedIn.get(table);
  if (known !== undefined) return known;
  const named = table.passages.map((passage) => ({
    passage,
    entries: idsOf(state, passage.passageId).flatMap((id) => findPassage(state, id)?.entry ?? []),
  }));
  namedIn.set(table, named);
  return named;
};

/**
 * The passages that a source (or, unless `isAlone`, one below it) says or prints in any of their readings, and that may
 * be in use, including those in the trash. The used passages are searched, because they are fewer than those of a
 * source.
 */
const usedPassagesOnSource = (
  state: CatalogueState,
  source: Source,
  isAlone: boolean,
): readonly PassageThing[] => {
  // There are few speakers, and each has many passages.
  const isOn = remembering((id: SourceId | null): boolean =>
    isAlone ? isOfSource(state, id, source) : isOnBranch(state, id, source),
  );
  const isSaid = ({ voice }: PassageEntry): boolean => isOn(voice.speakerId) || isOn(voice.publicationId);
  const named = namedPassages(state).flatMap(({ passage, entries }) => {
    const isHere =
      entries.length === 0 ? isOn(publicationOf(state, passage.articleId)) : entries.some(isSaid);
    return isHere ? passage : [];
  });
  const concerned = [...state.concerning.values()].flatMap((entries) =>
    [...entries]
      .filter((entry) => isSaid(entry))
      .map(({ articleId, id: passageId }): PassageThing => ({ kind: 'passage', articleId, passageId })),
  );
  return [...named, ...concerned];
};

/**
 * The passages that depend directly on the thing and on which something depends, as their newest readings; `isAlone`:
 * of a source without those below it.
 */
export const usedPassagesOn = (
  state: CatalogueState,
  thing: ThingOf<'passage' | 'article' | 'source'>,
  { isAlone = false }: { readonly isAlone?: boolean } = {},
): readonly PassageThing[] => {
  if (thing.kind === 'passage') return [newestReading(state, thing)];
  const source = thing.kind === 'source' ? resolveRecord(state.sources, thing.sourceId) : null;
  const named = (articleId: ArticleId) =>
    edgesOf(state).passages.filter((passage) => passage.articleId === articleId);
  const passages =
    thing.kind === 'article'
      ? [...passagesIn(state, thing.articleId), ...named(thing.articleId)]
      : source === null
        ? []
        : usedPassagesOnSource(state, source, isAlone);
  const used = passages.filter(({ passageId }) => abovePassage(state, passageId).length > 0);
  return distinct(used.map((passage) => newestReading(state, passage)));
};
