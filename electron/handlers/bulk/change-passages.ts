import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { isConfirmed } from '../passage/grading.ts';
import { notFound } from '../shared/failures.ts';
import { type BulkEdit, bulkStepNames, prepareBulkEdit } from './bulk-edits.ts';

type ByArticle = ReadonlyMap<ArticleId, ReadonlySet<PassageId>>;

const locate = async (
  catalogue: Catalogue,
  passageIds: readonly PassageId[],
): Promise<Result<ByArticle, AppError>> => {
  await catalogue.ready;
  const byArticle = new Map<ArticleId, Set<PassageId>>();
  for (const passageId of passageIds) {
    const articleId = await catalogue.articleOfPassage(passageId);
    if (articleId === null) return notFound('passage', passageId);
    byArticle.set(articleId, (byArticle.get(articleId) ?? new Set()).add(passageId));
  }
  return ok(byArticle);
};

const changesOfArticle = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  wanted: ReadonlySet<PassageId>,
  edit: BulkEdit,
  at: Timestamp,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const file = await reader.annotations(articleId);
  if (!file.ok) return file;
  const annotations = file.value;
  const live = annotations.passages.filter(({ id, deletedAt }) => wanted.has(id) && deletedAt === null);
  const found = new Set(live.map(({ id }) => id));
  const gone = [...wanted].find((id) => !found.has(id));
  if (gone !== undefined) return notFound('passage', gone);
  return ok(live.flatMap((passage) => edit({ articleId, passage, annotations }, at)));
};

/** "Confirmed" without a reason has to be earned by each passage for itself. */
const lacksConfirmation = async (
  deps: Pick<HandlerDeps, 'catalogue'>,
  { passageIds, change }: Input<'bulk:change-passages'>,
): Promise<boolean> => {
  if (change.does !== 'grade' || change.grade.credibility !== 1 || change.confirmedBecause !== null)
    return false;
  for (const id of passageIds) if (!(await isConfirmed(deps, id))) return true;
  return false;
};

const countPassages = (changes: readonly RecordChange[]): number =>
  new Set(
    changes.map((change) =>
      change.collection === 'tasks' ? (change.after ?? change.before)?.passageId : change.recordId,
    ),
  ).size;

/** Does one change to many passages, over all their files, as one step. */
export const changePassages = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  input: Input<'bulk:change-passages'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:change-passages'>, AppError>> => {
  if (await lacksConfirmation(deps, input)) return err({ code: 'not-confirmed' });
  const { archive, catalogue, machine } = deps;
  return archive.perform(async (reader) => {
    const located = await locate(catalogue, input.passageIds);
    if (!located.ok) return located;
    const edit = await prepareBulkEdit(reader, machine, input.change);
    if (!edit.ok) return edit;
    const at = toTimestamp(machine.nowMs());
    const changes: RecordChange[] = [];
    for (const [articleId, wanted] of located.value) {
      const found = await changesOfArticle(reader, articleId, wanted, edit.value, at);
      if (!found.ok) return found;
      changes.push(...found.value);
    }
    return ok({
      value: { changed: countPassages(changes) },
      name: bulkStepNames[input.change.does],
      changes,
    });
  }, options);
};
