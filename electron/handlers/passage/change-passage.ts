import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, PerformOptions } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

export type OnPassage = { readonly articleId: ArticleId; readonly passageId: PassageId };

/** What is to change of a passage, worked out from how it stands. */
export type PassageEdit = (
  before: Passage,
  reader: ArchiveReader,
) => Promise<Result<Partial<Passage>, AppError>>;

/** The passage as it stands; a deleted one is not found. */
export const findPassage = async (
  reader: ArchiveReader,
  { articleId, passageId }: OnPassage,
): Promise<Result<Passage, AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const passage = annotations.value.passages.find(({ id }) => id === passageId);
  return passage === undefined || passage.deletedAt !== null ? notFound('passage', passageId) : ok(passage);
};

/** Changes one passage: one record, one step. Answers the passage as it then stands; a deleted one is not found. */
export const changePassage = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { articleId, passageId }: OnPassage,
  name: StepName,
  edit: PassageEdit,
  options?: PerformOptions,
): Promise<Result<Passage, AppError>> =>
  archive.perform(async (reader) => {
    const found = await findPassage(reader, { articleId, passageId });
    if (!found.ok) return found;
    const before = found.value;
    const change = await edit(before, reader);
    if (!change.ok) return change;
    const after = { ...before, ...change.value, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges({ kind: 'annotations', articleId }, 'passages', before, after);
    return ok({ value: changes.length === 0 ? before : after, name, changes });
  }, options);
