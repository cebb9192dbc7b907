import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleMatch, SearchRow } from '#domain/contract/search.ts';
import type { ArticleId, SearchId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { bySearchPlace, placeBefore, type SavedSearch } from '#domain/search/saved-search.ts';
import { finishTyped, mapValues } from '#domain/search/written-conditions.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { toTimestamp } from '#domain/time.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';
import {
  indexTree,
  isLive as isLiveRecord,
  namePath,
  namesRecord,
  resolveRecord,
  type Tree,
  type TreeRecord,
} from '#domain/tree/record-tree.ts';
import { makeOnce } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { IndexRefusal } from '#electron/ports/catalogue.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

const isLive = ({ deletedAt }: SavedSearch): boolean => deletedAt === null;

/** The saved searches in their order. */
const liveSearches = async (reader: ArchiveReader): Promise<Result<readonly SavedSearch[], AppError>> => {
  const file = await reader.searches();
  return file.ok ? ok(file.value.searches.filter(isLive).toSorted(bySearchPlace)) : file;
};

const isTaken = (searches: readonly SavedSearch[], id: SearchId, name: string): boolean =>
  searches.some((other) => other.id !== id && foldName(other.name) === foldName(name));

/** The kinds of hits that a saved search counts: all, or only passages. */
const counted = ({ text, scope }: Pick<SavedSearch, 'text' | 'scope'>) => ({
  text,
  kind: scope === 'passages' ? ('passage' as const) : null,
});

type Deps = Pick<HandlerDeps, 'archive' | 'machine' | 'catalogue'>;

/** The number of hits of each search; absent if it can't be determined. */
const countsOf = async (
  catalogue: HandlerDeps['catalogue'],
  searches: readonly SavedSearch[],
): Promise<readonly number[]> => {
  try {
    return await catalogue.foundBy(searches.map(counted));
  } catch (cause) {
    if (cause instanceof IndexRefusal) return [];
    throw cause;
  }
};

const rowsOf = async (
  { archive, catalogue }: Deps,
  searches: readonly SavedSearch[],
): Promise<readonly SearchRow[]> => {
  if (searches.length === 0) return [];
  const counts = await countsOf(catalogue, searches);
  const names = await nameRecords(archive);
  return searches.map(({ id, name, text, scope }, at) => ({
    id,
    name,
    text: names(text),
    scope,
    count: counts[at] ?? null,
  }));
};

type Change = (
  search: SavedSearch,
  /** All other saved searches, in their order. */
  others: readonly SavedSearch[],
  at: ReturnType<typeof toTimestamp>,
) => Result<Partial<SavedSearch>, AppError>;

/** Writes the result of `change` on a saved search. */
const changeSearch = (
  { archive, machine }: Deps,
  searchId: SearchId,
  name: 'rename-search' | 'move-search' | 'delete-search',
  change: Change,
): Promise<Result<null, AppError>> =>
  archive.perform(async (reader) => {
    const searches = await liveSearches(reader);
    if (!searches.ok) return searches;
    const search = searches.value.find(({ id }) => id === searchId);
    if (search === undefined) return notFound('search', searchId);
    const at = toTimestamp(machine.nowMs());
    const others = searches.value.filter(({ id }) => id !== searchId);
    const changed = change(search, others, at);
    if (!changed.ok) return changed;
    const after = { ...search, ...changed.value, updatedAt: at };
    const changes = recordChanges({ kind: 'searches' }, 'searches', search, after);
    return ok({ value: null, name, changes });
  });

/** Writes a new saved search; a repeated request changes nothing. */
const saveSearch = (
  { archive, machine }: Deps,
  { searchId: id, name, text, scope }: Input<'search:save'>,
): Promise<Result<SavedSearch, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.searches();
    if (!file.ok) return file;
    const standing = file.value.searches;
    const live = standing.filter(isLive).toSorted(bySearchPlace);
    const at = toTimestamp(machine.nowMs());
    const place = standing.find((search) => search.id === id)?.place ?? placeBefore(live, null);
    const pointed = await pointToRecords(reader, finishTyped(text));
    const made = await makeOnce(
      'search:save',
      { file: { kind: 'searches' }, collection: 'searches', standing },
      { id, name, text: pointed, scope, place, createdAt: at, updatedAt: at, deletedAt: null },
    );
    if (!made.ok) return made;
    const { record, changes } = made.value;
    return isTaken(live, id, name)
      ? err({ code: 'name-taken', name })
      : ok({ value: record, name: 'save-search', changes });
  });

/** The saved searches that find each of the given articles; articles that none finds are left out. */
const matchArticles = async (
  { archive, catalogue }: Deps,
  articleIds: readonly ArticleId[],
): Promise<Result<readonly ArticleMatch[], AppError>> => {
  const searches = await liveSearches(archive);
  if (!searches.ok) return searches;
  const found = await catalogue.matching({ searches: searches.value.map(({ text }) => text), articleIds });
  return ok(
    articleIds.flatMap((articleId) => {
      const finding = searches.value.filter((_, at) => found[at]?.includes(articleId));
      return finding.length === 0
        ? []
        : [{ articleId, searches: finding.map(({ id, name }) => ({ id, name })) }];
    }),
  );
};

type Handled =
  | 'search:matching'
  | 'search:list'
  | 'search:save'
  | 'search:rename'
  | 'search:move'
  | 'search:delete';

/** The use cases of saved searches. Their conditions are stored with ids and returned with names. */
export const createSavedSearchHandlers = (deps: Deps): Pick<HandlersOn<'search'>, Handled> => ({
  /** Returns the saved searches in their order, each with its present number of hits. */
  'search:list': async () => {
    const searches = await liveSearches(deps.archive);
    return searches.ok ? ok(await rowsOf(deps, searches.value)) : searches;
  },

  /** Fails with `search-unavailable` if there is no index. */
  'search:matching': ({ articleIds }) => matchArticles(deps, articleIds),

  /** Saves a search under a name, after all others. Fails with `name-taken` for a name that is in use. */
  'search:save': async (input) => {
    const saved = await saveSearch(deps, input);
    if (!saved.ok) return saved;
    const [row] = await rowsOf(deps, [saved.value]);
    return row === undefined ? notFound('search', input.searchId) : ok(row);
  },

  /** Fails with `name-taken` for a name that another search has. */
  'search:rename': ({ searchId, name }) =>
    changeSearch(deps, searchId, 'rename-search', (_search, others) =>
      isTaken(others, searchId, name) ? err({ code: 'name-taken', name }) : ok({ name }),
    ),

  'search:move': ({ searchId, beforeId }) =>
    changeSearch(deps, searchId, 'move-search', (_search, others) =>
      ok({ place: placeBefore(others, beforeId) }),
    ),

  /** Marks the saved search as deleted; it is not listed in the trash, but the deletion can be undone. */
  'search:delete': ({ searchId }) =>
    changeSearch(deps, searchId, 'delete-search', (_search, _others, deletedAt) => ok({ deletedAt })),
});

/**
 * Names and ids in the conditions of a search. A saved search stores ids, so that it stays the same when their records
 * are renamed, moved or merged.
 */
type Reader = Pick<ArchiveReader, 'tags' | 'sources' | 'labels'>;

type NameTree = Tree<TreeRecord>;

/** The two directions between the id and the name of a record; what is neither is unchanged. */
type Naming = { readonly nameOf: (value: string) => string; readonly idOf: (value: string) => string };

const readNamings = async (reader: Reader): Promise<Readonly<Record<string, Naming>>> => {
  const [tags, sources, labels] = [await reader.tags(), await reader.sources(), await labelsOf(reader)];
  const namingOf = (records: readonly TreeRecord[]): Naming => {
    const tree = indexTree<TreeRecord>(records);
    return { nameOf: (value) => nameOf(tree, value), idOf: (value) => idOf(tree, value) };
  };
  const source = namingOf(sources.ok ? sources.value.sources : []);
  return {
    tag: namingOf(tags.ok ? tags.value.tags : []),
    source,
    origin: source,
    concerned: source,
    label: {
      nameOf: (value) => {
        const label = labels.all.find(({ id }) => id === value);
        return label === undefined ? value : labels.inSearch(label.id);
      },
      idOf: (value) => labels.named(value)?.id ?? value,
    },
  };
};

/** The name of a record, even of a deleted one; a value that is not an id is unchanged. */
const nameOf = (tree: NameTree, value: string): string => {
  const record = resolveRecord(tree, value) ?? tree.get(value) ?? null;
  return record === null ? value : printNamePath(namePath(tree, record.id));
};

/** The id of the only record with a name; the name itself if there is none or several. */
const idOf = (tree: NameTree, value: string): string => {
  const typed = parseNamePath(value).map(foldName);
  const meant = [...tree.values()].filter(
    (record) => isLiveRecord(record) && namesRecord(tree, record, typed),
  );
  const [only] = meant;
  return only !== undefined && meant.length === 1 ? only.id : value;
};

/** Replaces ids in searches by the present names of their records. Articles keep their ids. */
const nameRecords = async (reader: Reader): Promise<(text: string) => string> => {
  const namings = await readNamings(reader);
  return (text) => mapValues(text, (field, value) => namings[field]?.nameOf(value) ?? value);
};

/** Replaces names in the conditions of a search by the ids of their records. */
const pointToRecords = async (reader: Reader, text: string): Promise<string> => {
  const namings = await readNamings(reader);
  return mapValues(text, (field, value) => namings[field]?.idOf(value) ?? value);
};
