import type { Change, StepName } from '#domain/archive/changes.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader, PerformOptions } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { changeOutcome } from '../shared/record-changes.ts';

/** Computes the changes to what the analyst has recorded about an article, from its present state. */
export type ArticleEdit = (
  before: ArticleAnnotation,
  reader: ArchiveReader,
  /** Collects further changes to be written in the same act, such as a new source. */
  also: Change[],
) => Promise<Result<Partial<ArticleAnnotation>, AppError>>;

/**
 * Changes what the analyst has recorded about one article: one record, one step. Returns the record after the change.
 */
export const changeArticle = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  articleId: ArticleId,
  name: StepName,
  edit: ArticleEdit,
  options?: PerformOptions,
): Promise<Result<ArticleAnnotation, AppError>> =>
  archive.perform(async (reader) => {
    const annotations = await reader.annotations(articleId);
    if (!annotations.ok) return annotations;
    const before = annotations.value.about;
    const also: Change[] = [];
    const change = await edit(before, reader, also);
    if (!change.ok) return change;
    const file = { kind: 'annotations', articleId } as const;
    const outcome = changeOutcome(file, 'about', before, change.value, { name, nowMs: machine.nowMs() });
    return ok({ ...outcome, changes: [...also, ...outcome.changes] });
  }, options);
