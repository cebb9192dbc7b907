import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { letterSource, setReliability } from '#domain/source/reliability-over-time.ts';
import { toTimestamp } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { highlightPlaces } from '../search/highlight-places.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sourceChanges } from '../shared/tree-outcomes.ts';
import { changeArticles } from './change-articles.ts';
import { changePassages, takeNames } from './change-passages.ts';
import { type ByArticle, locatePassages } from './locate-passages.ts';
import { createLongActs, type LongActs } from './long-acts.ts';
import { splitTag } from './split-tag.ts';

type Regrade = (passage: Passage, about: AnnotationsFile['about']) => Passage;

const changesOfArticle = (
  articleId: ArticleId,
  { about, passages }: AnnotationsFile,
  regrade: Regrade,
): readonly Change[] =>
  passages.flatMap((before) =>
    recordChanges({ kind: 'annotations', articleId }, 'passages', before, regrade(before, about)),
  );

const changesOfAll = async (
  reader: ArchiveReader,
  located: ByArticle,
  regrade: Regrade,
): Promise<Result<readonly Change[], AppError>> => {
  const changes: Change[] = [];
  for (const articleId of located.keys()) {
    const file = await reader.annotations(articleId);
    if (!file.ok) return file;
    changes.push(...changesOfArticle(articleId, file.value, regrade));
  }
  return ok(changes);
};

/**
 * Rates the source, and gives the letter to the passages without a grade that would take it from there: one step over
 * all files. Their digit stays open, and a passage that has a letter or a digit stays as it is.
 */
const rateSource = (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { sourceId, reliability, why }: Input<'bulk:rate-source'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:rate-source'>, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.sources();
    if (!file.ok) return file;
    const sources = indexTree(file.value.sources);
    const source = resolveRecord(sources, sourceId);
    if (source === null) return notFound('source', sourceId);
    await catalogue.ready;
    const asked = await catalogue.ungradedPassages(source.id);
    const located = await locatePassages(catalogue, asked);
    if (!located.ok) return located;
    const at = toTimestamp(machine.nowMs());
    const wanted = new Set(asked);
    // The files have the last word: the index may be behind what another program wrote.
    const isMeant = (passage: Passage, { publicationId }: AnnotationsFile['about']): boolean =>
      wanted.has(passage.id) &&
      passage.deletedAt === null &&
      isUngraded(passage.grade) &&
      letterSource(sources, passage, publicationId) === source;
    const changes = await changesOfAll(reader, located.value, (passage, about) =>
      isMeant(passage, about)
        ? { ...passage, grade: { ...passage.grade, reliability }, updatedAt: at }
        : passage,
    );
    if (!changes.ok) return changes;
    const rated = { before: source, after: setReliability(source, reliability, why, at) };
    return ok({
      value: { changed: changes.value.length },
      name: 'source-reliability',
      changes: [...sourceChanges([rated]), ...changes.value],
    });
  }, options);

/** The use cases of many passages or articles at once. */
export const createBulkHandlers = (
  deps: HandlerDeps,
  { run, cancelAll }: LongActs = createLongActs(deps),
): HandlersOn<'bulk'> => ({
  /**
   * Does one change to each of the passages, in whatever articles: all or nothing, one step of undo. Fails
   * `not-found` where one of them, a tag or a source is gone, `not-confirmed` as for a single passage, `cancelled`.
   */
  'bulk:change-passages': (input) => run((options) => changePassages(deps, input, options)),

  /** As for passages. Fails `not-found` where an article, a tag or a source is gone, `cancelled`. */
  'bulk:change-articles': (input) => run((options) => changeArticles(deps, input, options)),

  /** See splitTag. Fails `not-found` where the tag or a passage is gone, `cancelled`. */
  'bulk:split-tag': (input) => run((options) => splitTag(deps, input, options)),

  /** See highlightPlaces. Fails as `passage:add` does for one of them, `cancelled`. */
  'bulk:highlight': (input) => run((options) => highlightPlaces(deps, input, options)),

  /** See rateSource. Fails `not-found` where the source is gone, `cancelled`. */
  'bulk:rate-source': (input) => run((options) => rateSource(deps, input, options)),

  /** See takeNames. Fails `cancelled` too. */
  'bulk:take-names': (input) => run((options) => takeNames(deps, input, options)),

  /** Ends what is under way, undoing and doing again too; its files are rolled back before it answers `cancelled`. */
  'bulk:cancel': async () => {
    cancelAll();
    return ok(null);
  },
});
