import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, TrashedArticle, TrashedMemo } from '#electron/ports/archive.ts';

/** The ids of everything that memos cite or depend on. */
export type Evidence = {
  readonly articleIds: ReadonlySet<string>;
  readonly passageIds: ReadonlySet<string>;
  /** The speakers of the cited passages and the publications of their articles, with all sources above them. */
  readonly sourceIds: ReadonlySet<string>;
  /** The memos that others update, correct or withdraw. */
  readonly memoIds: ReadonlySet<string>;
  /** The translations in which passages are cited. */
  readonly translationIds: ReadonlySet<string>;
};

type Gathering = { readonly [K in keyof Evidence]: Set<string> };
type Said = Pick<TrashedArticle, 'about' | 'passages'>;

/** A cited source is printed with those above it, deleted or not. */
const gatherSource = (gathering: Gathering, sources: SourceTree, id: string | null): void => {
  let next = id;
  while (next !== null && !gathering.sourceIds.has(next)) {
    gathering.sourceIds.add(next);
    const source: Source | undefined = sources.get(next);
    next = source?.mergedInto ?? source?.parentId ?? null;
  }
};

const gatherSpeakers = ({ about, passages }: Said, gathering: Gathering, sources: SourceTree): void => {
  gatherSource(gathering, sources, about.publicationId);
  for (const { id, sourceId } of passages) {
    if (gathering.passageIds.has(id)) gatherSource(gathering, sources, sourceId);
  }
};

const gatherMemo = (gathering: Gathering, { content, supersedesId }: Memo): void => {
  if (supersedesId !== null) gathering.memoIds.add(supersedesId);
  for (const { articleId, passageId, translation } of listCitations(content)) {
    if (translation !== undefined) gathering.translationIds.add(translation.translationId);
    gathering.articleIds.add(articleId);
    gathering.passageIds.add(passageId);
  }
};

/** The annotations of a cited article, in the archive or the trash; null if it is in neither. */
const readSaid = async (
  reader: ArchiveReader,
  trashed: readonly TrashedArticle[],
  id: ArticleId,
): Promise<Result<Said | null, AppError>> => {
  const annotations = await reader.annotations(id);
  if (annotations.ok || annotations.error.code !== 'not-found') return annotations;
  return ok(trashed.find((each) => each.id === id) ?? null);
};

const readMemos = async (
  reader: ArchiveReader,
  stays: (memo: TrashedMemo) => boolean,
): Promise<Result<readonly Memo[], AppError>> => {
  const memos = (await reader.trashedMemos()).filter(stays).map(({ memo }) => memo);
  for (const id of await reader.memoIds()) {
    const file = await reader.memo(id);
    if (!file.ok) return file;
    memos.push(file.value.memo);
  }
  return ok(memos);
};

/**
 * The evidence of memos, read from the memos themselves and not from the catalogue; a memo in the trash counts as long
 * as it `stays` there. Fails if a memo can't be read: what it cites is then unknown, and nothing may be deleted for
 * good.
 */
export const listEvidence = async (
  reader: ArchiveReader,
  stays: (memo: TrashedMemo) => boolean = () => false,
): Promise<Result<Evidence, AppError>> => {
  const gathering: Gathering = {
    articleIds: new Set(),
    passageIds: new Set(),
    sourceIds: new Set(),
    memoIds: new Set(),
    translationIds: new Set(),
  };
  const memos = await readMemos(reader, stays);
  if (!memos.ok) return memos;
  for (const memo of memos.value) gatherMemo(gathering, memo);
  const sources = await reader.sources();
  if (!sources.ok) return sources;
  const tree = indexTree(sources.value.sources);
  const trashed = await reader.trashedArticles();
  for (const id of gathering.articleIds) {
    const said = await readSaid(reader, trashed, id as ArticleId);
    if (!said.ok) return said;
    if (said.value !== null) gatherSpeakers(said.value, gathering, tree);
  }
  return ok(gathering);
};
