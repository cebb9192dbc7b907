import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Events } from '#domain/contract/events.ts';
import type { WrittenExport } from '#domain/contract/exchange.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { OutArticle, OutMaterial, OutPassage } from '#domain/exchange/material.ts';
import { type OutNeeds, outs } from '#domain/exchange/outs.ts';
import { type ArticleId, type DraftId, draftIdSchema, type TagId } from '#domain/ids.ts';
import type { CitedArticle } from '#domain/memo/citations/memo-material.ts';
import { toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { SourceTree } from '#domain/source/source.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { indexTree, namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { readCitedArticles } from '../memo/read-memo-material.ts';
import { notFound } from '../shared/failures.ts';
import { type Comparison, compareCoders } from './compare-coders.ts';
import { settleCoding } from './settle-coding.ts';

type Doing = Events['exchange-progress']['doing'];

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

type MaterialOptions = {
  /** Whether the analyst's own notes are included. */
  readonly hasNotes: boolean;
  readonly needs: OutNeeds;
  readonly signal: AbortSignal;
};

type Known = {
  readonly sources: SourceTree;
  readonly tagPaths: ReadonlyMap<TagId, string>;
  readonly hasNote: boolean;
  readonly labels: LabelSet;
  readonly needs: OutNeeds;
  /** The version number of each article that has several versions. */
  readonly versions: ReadonlyMap<ArticleId, ArticleRow['version']>;
};

const passagesOf = (
  cited: CitedArticle,
  { sources, tagPaths, labels, hasNote, versions }: Known,
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
        labels,
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

/** The article without its text; null if it can't be read. */
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

/** An unreadable pad is reported by the pad's own view. */
const readPad = async (reader: ArchiveReader): Promise<string | null> => {
  const file = await reader.pad();
  const note = file.ok ? (file.value.pads[0]?.note ?? null) : null;
  return note === null ? null : richTextToPlain(note);
};

/**
 * All data for other tools, limited by `needs`, read article by article so that no article is kept in memory longer
 * than needed.
 */
const readOutMaterial = async (
  { archive, catalogue }: Deps,
  { hasNotes: hasNote, needs, signal }: MaterialOptions,
): Promise<Result<OutMaterial, AppError>> => {
  await catalogue.ready;
  const file = await archive.sources();
  if (!file.ok) return file;
  const sources = indexTree(file.value.sources);
  const tags = await catalogue['tag:list']({});
  const known: Known = {
    sources,
    hasNote,
    needs,
    labels: await labelsOf(archive),
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
    labels: known.labels,
    tags: tags.map(({ id, path, definition, aliases, group }) => ({
      id,
      path: printNamePath(path, '/'),
      ...definition,
      aliases,
      group,
    })),
    sources: (await catalogue['source:list']({})).map(({ id, kind, aliases, reliability }) => ({
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
    tasks: (await catalogue['task:list']({ isOpenOnly: true })).map(({ task, placeTitle }) => ({
      ...task,
      place: placeTitle,
    })),
    pad: hasNote ? await readPad(archive) : null,
  });
};

const exportTo = async (
  deps: HandlerDeps,
  folder: string,
  { out, hasNotes }: Input<'exchange:export'>,
  signal: AbortSignal,
): Promise<Result<WrittenExport, AppError>> => {
  const { archive, exchangeWriter, emit } = deps;
  const material = await readOutMaterial(deps, { hasNotes, needs: outs[out].needs, signal });
  if (!material.ok) return material;
  const options = {
    out,
    archiveId: archive.info.id,
    signal,
    onWritten: (done: number, total: number) => emit('exchange-progress', { doing: 'writing', done, total }),
  };
  const written = await exchangeWriter.write(folder, material.value, options);
  if (!written.ok) return written;
  const { written: paths, removed, ...rest } = written.value;
  return ok({ ...rest, folder, written: paths.length, removed: removed.length });
};

type CoderHandlers = Pick<
  HandlersOn<'exchange'>,
  'exchange:compare-coder' | 'exchange:settle-coding' | 'exchange:end-comparison'
>;

/** Runs work that the person waiting for it can cancel. */
type Run = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** The use cases of comparing this archive with another person's coding. The compared data is in memory only. */
const createCoderHandlers = (deps: HandlerDeps, run: Run): CoderHandlers => {
  const kept = new Map<DraftId, Comparison>();
  const tell = (done: number, total: number): void =>
    deps.emit('exchange-progress', { doing: 'comparing', done, total });
  return {
    /**
     * Fails with `cancelled` if no folder was chosen or the comparison was cancelled, else as OpenCoderArchive does.
     */
    'exchange:compare-coder': async () => {
      const folder = await deps.desktop.chooseCoderArchive();
      if (folder === null) return err({ code: 'cancelled' });
      const coder = await deps.openCoderArchive(folder);
      if (!coder.ok) return coder;
      const compared = await run((signal) => compareCoders(deps, coder.value, { signal, onProgress: tell }));
      if (!compared.ok) return compared;
      const draftId = draftIdSchema.parse(deps.machine.newId());
      kept.set(draftId, compared.value);
      const { counts, tables, differences } = compared.value;
      return ok({ draftId, folder, title: coder.value.title, counts, tables, differences });
    },

    /**
     * Fails with `not-found` for a comparison that has ended, and if a passage or an article is gone. See settleCoding.
     */
    'exchange:settle-coding': async ({ draftId, keys, how }) => {
      const comparison = kept.get(draftId);
      if (comparison === undefined) return notFound('draft', draftId);
      const asked = new Set(keys);
      const differences = comparison.differences.filter(({ key }) => asked.has(key));
      return run((signal) => settleCoding(deps, comparison, { differences, how }, { signal }));
    },

    'exchange:end-comparison': async ({ draftId }) => {
      kept.delete(draftId);
      return ok(null);
    },
  };
};

/** The use cases of exporting the archive for other tools. */
export const createExchangeHandlers = (deps: HandlerDeps): HandlersOn<'exchange'> => {
  const underWay = new Set<AbortController>();
  /** Runs cancellable work, and sends an event at its end, however it ends. */
  const run = async <T>(doing: Doing, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const ending = new AbortController();
    underWay.add(ending);
    try {
      return await work(ending.signal);
    } finally {
      underWay.delete(ending);
      deps.emit('exchange-progress', { doing, done: 1, total: 1 });
    }
  };
  return {
    ...createCoderHandlers(deps, (work) => run('comparing', work)),

    /** Fails with `cancelled` if no folder was chosen, `place-in-archive` within an archive, `write-failed`. */
    'exchange:export': async (asked) => {
      const folder = await deps.desktop.chooseFolderFor(asked.out);
      if (folder === null) return err({ code: 'cancelled' });
      return run('writing', (signal) => exportTo(deps, folder, asked, signal));
    },

    'exchange:cancel': async () => {
      for (const ending of underWay) ending.abort();
      return ok(null);
    },
  };
};
