import type { Change, StepName } from '#domain/archive/changes.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleBulkChange } from '#domain/contract/bulk-change.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { changeTagIds } from '#domain/tag/set-tag-ids.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { liveSource } from '../shared/live-references.ts';
import { changeOutcome } from '../shared/record-changes.ts';

const stepNames: Readonly<Record<ArticleBulkChange['kind'], StepName>> = {
  tag: 'tag-articles',
  state: 'articles-state',
  publication: 'articles-publication',
  marking: 'articles-marking',
  delete: 'delete-articles',
};

/** Computes the change to what the analyst has recorded about an article. */
type ChangeAbout = (about: ArticleAnnotation) => Result<Partial<ArticleAnnotation>, AppError>;
type SaidBulkChange = Exclude<ArticleBulkChange, { kind: 'delete' }>;

/** Reads once the records that the change names: its tags, or its publication. */
const prepareChange = async (
  reader: ArchiveReader,
  change: SaidBulkChange,
): Promise<Result<ChangeAbout, AppError>> => {
  switch (change.kind) {
    case 'tag': {
      const file = await reader.tags();
      if (!file.ok) return file;
      const tags = indexTree(file.value.tags);
      return ok(({ tagIds: before }) => {
        const tagIds = changeTagIds((id) => resolveRecord(tags, id)?.id ?? null, before, change);
        return tagIds.ok ? ok({ tagIds: tagIds.value }) : tagIds;
      });
    }
    case 'publication': {
      const live = await liveSource(reader, change.publicationId);
      if (!live.ok) return live;
      const { id: publicationId = null, name: publisher = null } = live.value ?? {};
      return ok(({ corrections }) => ok({ publicationId, corrections: { ...corrections, publisher } }));
    }
    case 'state':
      return ok(() => ok({ state: change.state }));
    case 'marking':
      return ok(() => ok({ marking: change.marking }));
  }
};

/** The changes of all articles, or the first error. */
const changesOfAll = async (
  articleIds: readonly ArticleId[],
  changesOf: (articleId: ArticleId) => Promise<Result<readonly Change[], AppError>>,
): Promise<Result<readonly Change[], AppError>> => {
  const all: Change[] = [];
  for (const articleId of articleIds) {
    const changes = await changesOf(articleId);
    if (!changes.ok) return changes;
    all.push(...changes.value);
  }
  return ok(all);
};

const movingToTrash =
  (reader: ArchiveReader) =>
  async (id: ArticleId): Promise<Result<readonly Change[], AppError>> => {
    const article = await reader.article(id);
    return article.ok ? ok([{ type: 'folder', kind: 'article', id, to: 'trash' }]) : article;
  };

const changingAbout =
  (
    reader: ArchiveReader,
    changeAbout: ChangeAbout,
    done: { readonly name: StepName; readonly nowMs: number },
  ) =>
  async (articleId: ArticleId): Promise<Result<readonly Change[], AppError>> => {
    const annotations = await reader.annotations(articleId);
    if (!annotations.ok) return annotations;
    const { about } = annotations.value;
    const change = changeAbout(about);
    if (!change.ok) return change;
    return ok(changeOutcome({ kind: 'annotations', articleId }, 'about', about, change.value, done).changes);
  };

/** Applies one change to many articles, as one step. An article that already has the change is left as it is. */
export const changeArticles = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { articleIds, change }: Input<'bulk:change-articles'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:change-articles'>, AppError>> =>
  archive.perform(async (reader) => {
    const done = { name: stepNames[change.kind], nowMs: machine.nowMs() };
    const prepared = change.kind === 'delete' ? null : await prepareChange(reader, change);
    if (prepared?.ok === false) return prepared;
    const changesOf = prepared === null ? movingToTrash(reader) : changingAbout(reader, prepared.value, done);
    const changes = await changesOfAll([...new Set(articleIds)], changesOf);
    if (!changes.ok) return changes;
    return ok({ value: { changed: changes.value.length }, name: done.name, changes: changes.value });
  }, options);
