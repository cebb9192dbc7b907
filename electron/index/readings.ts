/**
 * A passage that was carried over to a new version of its article is one passage with several readings, one in each
 * version. Lists, counts and charts show the newest, with the others folded below it. Code that counts passages uses
 * `passagesOf` or `newestOf`: the `readings` of an article or of a voice include older ones. A carried passage stores
 * the id that it came from: readings connected in this way (see findLines) belong to one passage, even across a deleted
 * one or one in the trash. Two readings in one article are two passages: nobody carries a passage twice into one text.
 */
import type { PassageId } from '#domain/ids.ts';
import { countCarries, findLines } from '#domain/passage/lineage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type {
  ArticleEntry,
  Carried,
  CatalogueState,
  PassageEntry,
  Reading,
  Readings,
  TagSet,
  Voice,
} from './catalogue-state.ts';

const alone: readonly Reading[] = [];
const noReadings: Readings = {
  older: new Set(),
  articlesWithOlder: new Set(),
  of: () => alone,
  knows: () => false,
};

type State = Pick<CatalogueState, 'articles' | 'articleOfPassage' | 'trashedArticles' | 'readings'>;

/**
 * All carried passages with the ones they came from, including those in the trash, through which readings may be
 * connected.
 */
const allCarried = ({ articles, trashedArticles }: State): readonly Carried[] => [
  ...[...articles.values()].flatMap(({ carried }) => carried),
  ...trashedArticles.flatMap(({ passages }) => passages.flatMap(carriedOf)),
];

/** The passage that a passage was carried from, if it was. */
export const carriedOf = ({ id, carriedFrom }: Pick<Passage, 'id' | 'carriedFrom'>): readonly Carried[] =>
  carriedFrom === null ? [] : [[id, carriedFrom.passageId]];

const isNewer = (a: ArticleEntry, b: ArticleEntry): boolean =>
  a.importedAt === b.importedAt ? a.id > b.id : a.importedAt > b.importedAt;

const derive = (state: State): Readings => {
  const carried = allCarried(state);
  if (carried.length === 0) return noReadings;
  const known = new Set(carried.flat());
  const links = carried.map(([id, passageId]) => ({ id, carriedFrom: { passageId } }));
  const lineOf = findLines(links);
  const carriesOf = countCarries(links);
  const holding = new Set([...known].flatMap((id) => state.articleOfPassage.get(id) ?? []));
  const holders = [...holding].flatMap((id) => state.articles.get(id) ?? []);
  holders.sort((a, b) => (isNewer(a, b) ? -1 : 1));
  const lines = new Map<PassageId, Reading[]>();
  for (const { id: articleId, readings } of holders) {
    for (const { id: passageId } of readings) {
      if (!known.has(passageId)) continue;
      const line = lineOf(passageId);
      const found = lines.get(line) ?? [];
      found.push({ articleId, passageId });
      lines.set(line, found);
    }
  }
  // The passage that was carried more often comes first; among equals, the one created later.
  for (const line of lines.values()) line.sort((a, b) => carriesOf(b.passageId) - carriesOf(a.passageId));
  const older = [...lines.values()].flatMap(([newest, ...others]) =>
    others.filter(({ articleId }) => articleId !== newest?.articleId),
  );
  return {
    older: new Set(older.map(({ passageId }) => passageId)),
    articlesWithOlder: new Set(older.map(({ articleId }) => articleId)),
    of: (id) => (known.has(id) ? (lines.get(lineOf(id)) ?? alone) : alone),
    knows: (id) => known.has(id),
  };
};

/** Which readings belong to one passage; computed once until one is added or removed. */
export const readingsOf = (state: State): Readings => {
  state.readings.made ??= derive(state);
  return state.readings.made;
};

type Listed = Pick<ArticleEntry, 'carried' | 'readings'>;

const idsOf = ({ readings }: Listed): string => readings.map(({ id }) => id).join();
const carriedText = ({ carried }: Listed): string => carried.join(';');

/** Invalidates the readings if a change of an article affects them; returns whether it does. */
export const renewReadings = (
  state: State,
  before: Listed | undefined,
  after: Listed | undefined,
): boolean => {
  if (state.readings.made === null) return true;
  const both = [before, after].flatMap((each) => each ?? []);
  const { knows } = state.readings.made;
  const isConcerned = both.some(
    ({ carried, readings }) => carried.length > 0 || readings.some(({ id }) => knows(id)),
  );
  if (!isConcerned) return false;
  const isSame =
    before !== undefined &&
    after !== undefined &&
    idsOf(before) === idsOf(after) &&
    carriedText(before) === carriedText(after);
  if (!isSame) state.readings.made = null;
  return !isSame;
};

/** The passages of an article: its readings except those that have a newer version. */
export const passagesOf = (state: State, { id, readings }: Pick<ArticleEntry, 'id' | 'readings'>) => {
  const { older, articlesWithOlder } = readingsOf(state);
  return articlesWithOlder.has(id) ? readings.filter((entry) => !older.has(entry.id)) : readings;
};

/** The passages of a voice: its readings except older ones. */
export const passagesOfVoice = (state: State, { readings }: Voice): readonly PassageEntry[] => {
  const { older } = readingsOf(state);
  return older.size === 0 ? [...readings] : [...readings].filter(({ id }) => !older.has(id));
};

/** The number of passages and articles with exactly the tags of each set. */
export const countTagSets = (state: State & Pick<CatalogueState, 'tagSets'>): ReadonlyMap<TagSet, number> => {
  const counts = new Map([...state.tagSets.values()].map((set) => [set, set.holders]));
  const { older, articlesWithOlder } = readingsOf(state);
  for (const articleId of articlesWithOlder)
    for (const { id, tagSet } of state.articles.get(articleId)?.readings ?? [])
      if (older.has(id)) counts.set(tagSet, (counts.get(tagSet) ?? 0) - 1);
  return counts;
};

type AnyHit = { readonly entry: Pick<PassageEntry, 'id'> };

/** The newest readings of hits found in the whole archive. */
export const newestOf = <Hit extends AnyHit>(state: State, hits: readonly Hit[]): readonly Hit[] => {
  const { older } = readingsOf(state);
  return older.size === 0 ? hits : hits.filter(({ entry }) => !older.has(entry.id));
};

/** Of several readings of one passage found in some articles, the newest among them. */
export const newestAmong = <Hit extends AnyHit>(state: State, hits: readonly Hit[]): readonly Hit[] => {
  const { of, older } = readingsOf(state);
  if (older.size === 0) return hits;
  const asked = new Set(hits.map(({ entry }) => entry.id));
  const isNewestAsked = (id: PassageId): boolean => {
    const [newest] = of(id).filter(({ passageId }) => asked.has(passageId));
    const own = of(id).find(({ passageId }) => passageId === id);
    return newest === undefined || own?.articleId === newest.articleId;
  };
  return hits.filter(({ entry }) => !older.has(entry.id) || isNewestAsked(entry.id));
};

/** The number of open follow-ups of a passage, on any of its readings. */
export const countOpenTasks = (
  state: State,
  { id, openTaskCount }: Pick<PassageEntry, 'id' | 'openTaskCount'>,
): number =>
  readingsOf(state)
    .of(id)
    .filter(({ passageId }) => passageId !== id)
    .flatMap(({ articleId, passageId }) =>
      (state.articles.get(articleId)?.readings ?? []).filter((entry) => entry.id === passageId),
    )
    .reduce((sum, other) => sum + other.openTaskCount, openTaskCount);
