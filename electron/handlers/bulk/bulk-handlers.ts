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
 * Rates the source, and gives the letter to the ungraded passages that would inherit it: one step over all files. Their
 * digit stays unset, and a passage with a letter or a digit is unchanged.
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
    // The files are authoritative: the index may not have what another program has just written.
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
   * Applies one change to all of the passages, in any articles: all or nothing, as one undo step. Fails with
   * `not-found` if a passage, a tag or a source is gone, with `not-confirmed` as for a single passage, with
   * `cancelled`.
   */
  'bulk:change-passages': (input) => run((options) => changePassages(deps, input, options)),

  /** As for passages. Fails with `not-found` if an article, a tag or a source is gone, with `cancelled`. */
  'bulk:change-articles': (input) => run((options) => changeArticles(deps, input, options)),

  /** See splitTag. Fails with `not-found` if the tag or a passage is gone, with `cancelled`. */
  'bulk:split-tag': (input) => run((options) => splitTag(deps, input, options)),

  /** See highlightPlaces. Fails as `passage:add` does for any of them, with `cancelled`. */
  'bulk:highlight': (input) => run((options) => highlightPlaces(deps, input, options)),

  /** See rateSource. Fails with `not-found` if the source is gone, with `cancelled`. */
  'bulk:rate-source': (input) => run((options) => rateSource(deps, input, options)),

  /** See takeNames. Also fails with `cancelled`. */
  'bulk:take-names': (input) => run((options) => takeNames(deps, input, options)),

  /** Cancels the running acts, including undo and redo; their files are rolled back before they answer `cancelled`. */
  'bulk:cancel': async () => {
    cancelAll();
    return ok(null);
  },
});
