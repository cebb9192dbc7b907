import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OutArticle, OutMaterial, OutPassage } from '#domain/exchange/material.ts';
import type { OutNeeds } from '#domain/exchange/outs.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import { toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { SourceTree } from '#domain/source/source.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree, namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

export type MaterialOptions = {
  /** Whether the analyst's own notes go along. */
  readonly hasNotes: boolean;
  readonly needs: OutNeeds;
  readonly signal: AbortSignal;
};

type Known = {
  readonly sources: SourceTree;
  readonly tagPaths: ReadonlyMap<TagId, string>;
  readonly hasNote: boolean;
  readonly needs: OutNeeds;
  /** Which version of its text an article is, of those that have several. */
  readonly versions: ReadonlyMap<ArticleId, ArticleRow['version']>;
};

const passagesOf = (
  cited: CitedArticle,
  { sources, tagPaths, hasNote, versions }: Known,
): readonly OutPassage[] =>
  cited.passages
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => (a.selectors[0]?.position.start ?? 0) - (b.selectors[0]?.position.start ?? 0))
    .map((passage) => {
      const tags = passage.tagIds.flatMap((id) => tagPaths.get(id) ?? []);
      const exported = toExportedPassage({
        passage,
        cited,
        sources,
        tags,
        hasNote,
        version: versions.get(cited.article.id) ?? null,
      });
      return { ...exported, relations: passage.relations };
    });

type Cited = Pick<CitedArticle, 'article' | 'about'>;

const articleOf = ({ article, about }: Cited, { tagPaths, hasNote }: Known): OutArticle => ({
  id: article.id,
  bibliography: effectiveBibliography(article, about),
  importedAt: article.importedAt,
  textSha256: article.textSha256,
  words: article.words,
  state: about.state,
  tags: about.tagIds.flatMap((id) => tagPaths.get(id) ?? []),
  marking: about.marking === null ? null : printMarking(about.marking),
  note: hasNote && about.note !== null ? richTextToPlain(about.note) : null,
  text: null,
  passages: [],
});

/** The article without its text; null for one that can't be read. */
const readCitation = async (reader: ArchiveReader, id: ArticleId): Promise<Cited | null> => {
  const [article, said] = [await reader.article(id), await reader.annotations(id)];
  return article.ok && said.ok ? { article: article.value.article, about: said.value.about } : null;
};

const readArticle = async (
  reader: ArchiveReader,
  id: ArticleId,
  known: Known,
): Promise<OutArticle | null> => {
  if (known.needs === 'citations') {
    const cited = await readCitation(reader, id);
    return cited === null ? null : articleOf(cited, known);
  }
  const cited = (await readCitedArticles(reader, new Set([id]))).articles.get(id);
  if (cited === undefined) return null;
  const text = known.needs === 'texts' ? (cited.text?.index.text ?? null) : null;
  return { ...articleOf(cited, known), text, passages: passagesOf(cited, known) };
};

/** One that can't be read is told of by the pad itself. */
const readPad = async (reader: ArchiveReader): Promise<string | null> => {
  const file = await reader.pad();
  const note = file.ok ? (file.value.pads[0]?.note ?? null) : null;
  return note === null ? null : richTextToPlain(note);
};

/** All that the archive holds for other tools, as far as `needs` goes, an article after the other: none is held longer than that takes. */
export const readOutMaterial = async (
  { archive, catalogue }: Deps,
  { hasNotes: hasNote, needs, signal }: MaterialOptions,
): Promise<Result<OutMaterial, AppError>> => {
  await catalogue.ready;
  const file = await archive.sources();
  if (!file.ok) return file;
  const sources = indexTree(file.value.sources);
  const tags = await catalogue.tags();
  const known: Known = {
    sources,
    hasNote,
    needs,
    versions: new Map((await catalogue.articles({}, 'newest')).map(({ id, version }) => [id, version])),
    tagPaths: new Map(tags.map(({ id, path }) => [id, printNamePath(path, '/')])),
  };
  const articles: OutArticle[] = [];
  for (const id of needs === 'no-articles' ? [] : await archive.articleIds()) {
    if (signal.aborted) return err({ code: 'cancelled' });
    const article = await readArticle(archive, id, known);
    if (article !== null) articles.push(article);
  }
  return ok({
    articles,
    tags: tags.map(({ id, path, definition, aliases, group }) => ({
      id,
      path: printNamePath(path, '/'),
      ...definition,
      aliases,
      group,
    })),
    sources: (await catalogue.sources()).map(({ id, kind, aliases, reliability }) => ({
      id,
      path: printNamePath(namePath(sources, id)),
      kind,
      aliases,
      reliability,
      positions: (sources.get(id)?.positions ?? []).map(({ organisationId, ...post }) => ({
        ...post,
        organisation: printNamePath(namePath(sources, organisationId)),
      })),
      descriptor: hasNote ? (resolveRecord(sources, id)?.descriptor ?? {}) : {},
    })),
    tasks: (await catalogue.tasks(true)).map(({ task, placeTitle }) => ({ ...task, place: placeTitle })),
    pad: hasNote ? await readPad(archive) : null,
  });
};
