import type { ArticleId } from '#domain/ids.ts';
import { nameOlderVersion } from '#domain/memo/citations/later-reading.ts';
import type { CitedArticle, LaterVersions, MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue, LaterVersionIds } from '#electron/ports/catalogue.ts';

type ReadArticle = (id: ArticleId) => Promise<CitedArticle | null>;

const readPassages = async (reader: ArchiveReader, id: ArticleId): Promise<readonly Passage[]> => {
  const file = await reader.annotations(id);
  return file.ok ? file.value.passages : [];
};

/** Null if the newest version can't be read, so that its text is unknown. */
const readLater = async (
  reader: ArchiveReader,
  readArticle: ReadArticle,
  { number, later }: LaterVersionIds,
): Promise<LaterVersions | null> => {
  const newestId = later.at(-1);
  const newest = newestId === undefined ? null : await readArticle(newestId);
  if (newest === null) return null;
  const between: (readonly Passage[])[] = [];
  for (const id of later.slice(0, -1)) between.push(await readPassages(reader, id));
  return { number, newestNumber: number + later.length, newest, passages: [...between, newest.passages] };
};

/**
 * The cited articles; those that are older versions with the versions that followed them. Unchanged until the catalogue
 * is complete.
 */
export const readLaterVersions = async (
  reader: ArchiveReader,
  catalogue: Pick<Catalogue, 'isReady' | 'laterVersions'>,
  articles: MemoMaterial['articles'],
  readArticle: ReadArticle,
): Promise<Pick<MemoMaterial, 'articles' | 'later'>> => {
  if (!catalogue.isReady()) return { articles };
  const followed = await catalogue.laterVersions([...articles.keys()]);
  const later = new Map<ArticleId, LaterVersions>();
  const named = new Map(articles);
  for (const [id, ids] of followed) {
    const cited = articles.get(id);
    const versions = await readLater(reader, async (each) => articles.get(each) ?? readArticle(each), ids);
    if (cited === undefined || versions === null) continue;
    later.set(id, versions);
    named.set(id, { ...cited, olderVersion: nameOlderVersion(cited, versions) });
  }
  return { articles: named, later };
};
