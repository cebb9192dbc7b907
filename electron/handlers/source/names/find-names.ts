/** What an export of names holds: found by what is said of articles, before any text is read. */

import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { HeldNames, NamesAsked } from '#domain/contract/source-export.ts';
import type { Event } from '#domain/event/event.ts';
import { liveEvents } from '#domain/event/merged-events.ts';
import type { ArticleId, PassageId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import { gatherMarkings, type Marking } from '#domain/tradecraft/marking.ts';
import { branchOf, indexTree, isLive, resolveRecord } from '#domain/tree/record-tree.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { notFound } from '../../shared/failures.ts';

export type Places = Pick<HandlerDeps, 'archive' | 'catalogue'>;

/** A passage that is said by, of or in a name, or says an event of one. */
type Bearing = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly publication: Source | null;
  readonly marking: Marking | null;
  /** Whether it can be exported: neither deleted, nor in an article that is in the trash. */
  readonly isLive: boolean;
};

export type FoundStatement = Bearing & { readonly row: PassageRow };

export type FoundEvent = { readonly event: Event; readonly marking: readonly (Marking | null)[] };

export type FoundNames = {
  readonly sources: SourceTree;
  /** The ids by which records may name one of the names, or what stands below one. */
  readonly under: ReadonlySet<string>;
  /** By name. */
  readonly names: readonly Source[];
  /** By article, as they stand in its text. */
  readonly statements: readonly FoundStatement[];
  readonly events: readonly FoundEvent[];
  /** Of each name that anything bears on: the markings of all that does, also of what was deleted since. */
  readonly markings: ReadonlyMap<SourceId, readonly (Marking | null)[]>;
};

const cancelled = err({ code: 'cancelled' } as const);

/** So many rows are asked for at once: the index answers other questions between them. */
const BATCH = 500;

const namesAskedFor = (sources: SourceTree, { of }: NamesAsked): Result<readonly Source[], AppError> => {
  const byName = (a: Source, b: Source): number => a.name.localeCompare(b.name, 'en');
  if (of.kind === 'all') return ok([...sources.values()].filter(isLive).sort(byName));
  const found = new Set(of.sourceIds.flatMap((id) => resolveRecord(sources, id) ?? []));
  const [first] = of.sourceIds;
  return found.size === 0 && first !== undefined ? notFound('source', first) : ok([...found].sort(byName));
};

/** The ids by which records may name one of the names, or what stands below one. */
const idsUnder = (sources: SourceTree, names: readonly Source[]): ReadonlySet<string> => {
  const named = new Set(names);
  return new Set(
    [...sources.values()].flatMap(({ id }) =>
      branchOf(sources, id).some((source) => named.has(source)) ? id : [],
    ),
  );
};

const readEvents = async ({ archive }: Places): Promise<Result<readonly Event[], AppError>> => {
  const file = await archive.events();
  return file.ok ? ok(liveEvents(file.value.events)) : file;
};

type Sought = {
  readonly sources: SourceTree;
  readonly under: ReadonlySet<string>;
  /** The passages that say one of the events. */
  readonly sayIt: ReadonlySet<PassageId>;
};

type Looked = { readonly marking: Marking | null; readonly bearing: readonly Bearing[] };

/** The passages of one article that are sought, deleted ones too, and its marking. */
const lookInto = (
  articleId: ArticleId,
  { about, passages }: Pick<AnnotationsFile, 'about' | 'passages'>,
  isInTrash: boolean,
  { sources, under, sayIt }: Sought,
): Looked => {
  const { marking, publicationId } = about;
  const isUnder = (id: SourceId | null): boolean => id !== null && under.has(id);
  const publication = resolveRecord(sources, publicationId);
  const bearing = passages
    .filter(
      ({ id, sourceId, concernedIds }) =>
        isUnder(sourceId) || isUnder(publicationId) || concernedIds.some(isUnder) || sayIt.has(id),
    )
    .toSorted((a, b) => (a.selectors[0]?.position.start ?? 0) - (b.selectors[0]?.position.start ?? 0))
    .map((passage) => ({
      ...{ articleId, passage, publication, marking },
      isLive: passage.deletedAt === null && !isInTrash,
    }));
  return { marking, bearing };
};

/** Of passages that were carried from version to version the newest reading alone, as every list has it. */
const newestOf = async (
  { catalogue }: Places,
  candidates: readonly Bearing[],
): Promise<readonly FoundStatement[]> => {
  const rows = new Map<PassageId, PassageRow>();
  for (let from = 0; from < candidates.length; from += BATCH) {
    const passageIds = candidates.slice(from, from + BATCH).map(({ passage }) => passage.id);
    for (const row of await catalogue['passage:rows']({ passageIds })) rows.set(row.id, row);
  }
  return candidates.flatMap((candidate) => {
    const row = rows.get(candidate.passage.id);
    const newest = row?.readings[0];
    return row === undefined || (newest !== undefined && newest.passageId !== row.id)
      ? []
      : { ...candidate, row };
  });
};

/** Everything that names a name marks it: its passages as speaker, paper or subject, what is below it, its events. */
const markingsOf = (
  sources: SourceTree,
  bearing: readonly Bearing[],
  events: readonly FoundEvent[],
): FoundNames['markings'] => {
  const found = new Map<SourceId, (Marking | null)[]>();
  const add = (id: SourceId | null, marking: readonly (Marking | null)[]): void => {
    for (const source of branchOf(sources, id)) {
      const known = found.get(source.id) ?? [];
      known.push(...marking);
      found.set(source.id, known);
    }
  };
  for (const { passage, publication, marking } of bearing) {
    for (const id of [passage.sourceId, publication?.id ?? null, ...passage.concernedIds]) add(id, [marking]);
  }
  for (const { event, marking } of events) for (const id of event.concernedIds) add(id, marking);
  return found;
};

/**
 * The names that are asked for, with all that is said by and of them. The markings are gathered where names alone are
 * exported, too: a name may be known from what was received in confidence, though the passage or the article is in the
 * trash by now, or the passage has a newer reading. An event is marked in the same way. Fails `not-found` where none of
 * the names is there, `cancelled` once `isCancelled` says so.
 */
export const findNames = async (
  places: Places,
  asked: NamesAsked,
  isCancelled: () => boolean = () => false,
): Promise<Result<FoundNames, AppError>> => {
  const file = await places.archive.sources();
  if (!file.ok) return file;
  const sources = indexTree(file.value.sources);
  const names = namesAskedFor(sources, asked);
  if (!names.ok) return names;
  const under = idsUnder(sources, names.value);
  const all = await readEvents(places);
  if (!all.ok) return all;
  const concerning = all.value.filter(({ concernedIds }) => concernedIds.some((id) => under.has(id)));
  const sayings = concerning.flatMap((event) => event.sayings);
  await places.catalogue.ready;
  const articleIds = new Set([
    ...(await places.catalogue.referringArticles([...under])),
    ...sayings.map(({ articleId }) => articleId),
  ]);
  const sought = { sources, under, sayIt: new Set(sayings.map(({ passageId }) => passageId)) };
  const bearing: Bearing[] = [];
  const markingOf = new Map<ArticleId, Marking | null>();
  const take = (articleId: ArticleId, looked: Looked): void => {
    bearing.push(...looked.bearing);
    markingOf.set(articleId, looked.marking);
  };
  for (const articleId of articleIds) {
    if (isCancelled()) return cancelled;
    const annotations = await places.archive.annotations(articleId);
    if (annotations.ok) take(articleId, lookInto(articleId, annotations.value, false, sought));
  }
  for (const trashed of await places.archive.trashedArticles())
    take(trashed.id, lookInto(trashed.id, trashed, true, sought));
  const statements = await newestOf(
    places,
    bearing.filter(({ isLive }) => isLive),
  );
  const events = concerning.map((event) => ({
    event,
    marking: event.sayings.map(({ articleId }) => markingOf.get(articleId) ?? null),
  }));
  return ok({
    ...{ sources, under, names: names.value, statements, events },
    markings: markingsOf(sources, bearing, events),
  });
};

/** The live sources that are no names of the export, but that these refer to, with what each stands below. */
export const referredTo = (
  { sources, names, statements, events }: FoundNames,
  hasEvidence: boolean,
): readonly Source[] => {
  const named = new Set(names);
  const ids: (SourceId | null)[] = [
    ...names.flatMap(({ parentId, positions }) => [
      parentId,
      ...positions.map(({ organisationId }) => organisationId),
    ]),
    ...(hasEvidence
      ? [
          ...statements.flatMap(({ passage, publication }) => [
            passage.sourceId,
            publication?.id ?? null,
            ...passage.concernedIds,
          ]),
          ...events.flatMap(({ event }) => event.concernedIds),
        ]
      : []),
  ];
  const referred = new Set(ids.flatMap((id) => branchOf(sources, id)));
  return [...referred].filter((source) => !named.has(source));
};

/** What such an export holds. */
export const countNames = (found: FoundNames, hasEvidence: boolean): HeldNames => ({
  names: found.names.length,
  referredTo: referredTo(found, hasEvidence).length,
  passages: hasEvidence ? found.statements.length : 0,
  events: hasEvidence ? found.events.length : 0,
  marking: gatherMarkings(wholeMarking(found, hasEvidence)),
});

/** The markings of the file as a whole. */
export const wholeMarking = (found: FoundNames, hasEvidence: boolean): readonly (Marking | null)[] => [
  ...[...found.names, ...referredTo(found, hasEvidence)].flatMap(({ id }) => found.markings.get(id) ?? []),
  ...(hasEvidence ? found.statements.map(({ marking }) => marking) : []),
];
