/**
 * A passage that was carried over to a new version of its article is one passage with several readings, one in each
 * version. Lists, counts and charts show the newest, and the others fold below it. Whatever counts passages asks here
 * (`passagesOf`, `newestOf`): `readings` of an article or of a voice are all of them, older ones too.
 *
 * What is carried names what it came from: readings of one line (see findLines) are of one passage, over a deleted one
 * or one in the trash too. Two readings in one article are two passages: nobody carries a passage twice into one text.
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

/** All that was carried, and what it came from; of what lies in the trash too, over which a line may lead. */
const allCarried = ({ articles, trashedArticles }: State): readonly Carried[] => [
  ...[...articles.values()].flatMap(({ carried }) => carried),
  ...trashedArticles.flatMap(({ passages }) => passages.flatMap(carriedOf)),
];

/** What a passage was carried from, if it was. */
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
  // What was carried oftener comes first; as often, what came later.
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

/** Which readings are of one passage; worked out once for as long as none comes or goes. */
export const readingsOf = (state: State): Readings => {
  state.readings.made ??= derive(state);
  return state.readings.made;
};

type Listed = Pick<ArticleEntry, 'carried' | 'readings'>;

const idsOf = ({ readings }: Listed): string => readings.map(({ id }) => id).join();
const carriedText = ({ carried }: Listed): string => carried.join(';');

/** Has readings worked out again where an article comes, goes or changes in what they are made of; answers whether. */
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

/** The passages that an article stands for: its readings but those that a newer version has. */
export const passagesOf = (state: State, { id, readings }: Pick<ArticleEntry, 'id' | 'readings'>) => {
  const { older, articlesWithOlder } = readingsOf(state);
  return articlesWithOlder.has(id) ? readings.filter((entry) => !older.has(entry.id)) : readings;
};

/** The passages of a voice: its readings but older ones. */
export const passagesOfVoice = (state: State, { readings }: Voice): readonly PassageEntry[] => {
  const { older } = readingsOf(state);
  return older.size === 0 ? [...readings] : [...readings].filter(({ id }) => !older.has(id));
};

/** How many passages and articles carry just the tags of each set. */
export const countTagSets = (state: State & Pick<CatalogueState, 'tagSets'>): ReadonlyMap<TagSet, number> => {
  const counts = new Map([...state.tagSets.values()].map((set) => [set, set.holders]));
  const { older, articlesWithOlder } = readingsOf(state);
  for (const articleId of articlesWithOlder)
    for (const { id, tagSet } of state.articles.get(articleId)?.readings ?? [])
      if (older.has(id)) counts.set(tagSet, (counts.get(tagSet) ?? 0) - 1);
  return counts;
};

type AnyHit = { readonly entry: Pick<PassageEntry, 'id'> };

/** The newest readings of what was found in the whole archive. */
export const newestOf = <Hit extends AnyHit>(state: State, hits: readonly Hit[]): readonly Hit[] => {
  const { older } = readingsOf(state);
  return older.size === 0 ? hits : hits.filter(({ entry }) => !older.has(entry.id));
};

/** Of readings of one passage that were found in some articles, the newest among them. */
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

/** The open follow-ups of a passage, on whichever of its readings they stand. */
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
