import type { StepName } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { changeOutcome } from '../shared/record-changes.ts';

export type OnPassage = { readonly articleId: ArticleId; readonly passageId: PassageId };

/** A passage with the annotations of its article. */
export type FoundPassage = { readonly passage: Passage; readonly annotations: AnnotationsFile };

/** Computes the change of a passage from its present state. */
export type PassageChange = (
  before: Passage,
  reader: ArchiveReader,
) => Promise<Result<Partial<Passage>, AppError>>;

/** The passage in its present state; a deleted one is not found. */
export const findPassage = async (
  reader: ArchiveReader,
  { articleId, passageId }: OnPassage,
): Promise<Result<FoundPassage, AppError>> => {
  const file = await reader.annotations(articleId);
  if (!file.ok) return file;
  const annotations = file.value;
  const passage = annotations.passages.find(({ id }) => id === passageId);
  return passage === undefined || passage.deletedAt !== null
    ? notFound('passage', passageId)
    : ok({ passage, annotations });
};

/** Changes one passage: one record, one step. Returns the passage after the change; a deleted one is not found. */
export const changePassage = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { articleId, passageId }: OnPassage,
  name: StepName,
  change: PassageChange,
): Promise<Result<Passage, AppError>> =>
  archive.perform(async (reader) => {
    const found = await findPassage(reader, { articleId, passageId });
    if (!found.ok) return found;
    const before = found.value.passage;
    const changed = await change(before, reader);
    if (!changed.ok) return changed;
    const file = { kind: 'annotations', articleId } as const;
    return ok(changeOutcome(file, 'passages', before, changed.value, { name, nowMs: machine.nowMs() }));
  });
