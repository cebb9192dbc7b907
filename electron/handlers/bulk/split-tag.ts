import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { childNamed, indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { tagChanges } from '../shared/tree-outcomes.ts';
import { locatePassages } from './locate-passages.ts';

type Splitting = Input<'bulk:split-tag'>;

/** The tag that replaces the split one, for each passage. */
type Given = ReadonlyMap<PassageId, TagId>;

/** The tags of the parts: found by their exact names beside or below the tag, else created. */
const ensureParts = (
  tags: TagTree,
  tag: Tag,
  { parts, place }: Splitting,
  at: Timestamp,
): { readonly given: Given; readonly made: readonly Tag[] } => {
  const parentId = place === 'below' ? tag.id : tag.parentId;
  const known = new Map(tags);
  const made: Tag[] = [];
  const given = new Map<PassageId, TagId>();
  for (const { tagId, name, passageIds } of parts) {
    const there = childNamed(known, parentId, name);
    const part = there ?? newTag(tagId, name, parentId, at);
    if (there === null) {
      known.set(part.id, part);
      made.push(part);
    }
    for (const id of passageIds) given.set(id, part.id);
  }
  return { given, made };
};

/** Replaces the tag, or one that was merged into it, by `part` in `ids`; without either of them `ids` is unchanged. */
const replaced = (tags: TagTree, ids: readonly TagId[], tag: Tag, part: TagId): TagId[] => {
  const isTag = (id: TagId): boolean => resolveRecord(tags, id)?.id === tag.id;
  return ids.some(isTag) ? [...new Set(ids.map((id) => (isTag(id) ? part : id)))] : [...ids];
};

const changesIn = (
  articleId: ArticleId,
  { passages }: Pick<AnnotationsFile, 'passages'>,
  wanted: ReadonlySet<PassageId>,
  tagIdsOf: (id: PassageId, before: readonly TagId[]) => TagId[],
  at: Timestamp,
): readonly Change[] =>
  passages
    .filter(({ id, deletedAt }) => wanted.has(id) && deletedAt === null)
    .flatMap((before) => {
      const after = { ...before, tagIds: tagIdsOf(before.id, before.tagIds), updatedAt: at };
      return recordChanges({ kind: 'annotations', articleId }, 'passages', before, after);
    });

const changesOfAll = async (
  { reader, deps }: { readonly reader: ArchiveReader; readonly deps: Pick<HandlerDeps, 'catalogue'> },
  given: Given,
  tagIdsOf: (id: PassageId, before: readonly TagId[]) => TagId[],
  at: Timestamp,
): Promise<Result<readonly Change[], AppError>> => {
  const located = await locatePassages(deps.catalogue, [...given.keys()]);
  if (!located.ok) return located;
  const changes: Change[] = [];
  for (const [articleId, wanted] of located.value) {
    const file = await reader.annotations(articleId);
    if (!file.ok) return file;
    changes.push(...changesIn(articleId, file.value, wanted, tagIdsOf, at));
  }
  return ok(changes);
};

/**
 * Gives passages of a tag to tags below it or beside it, which are created if missing: one step over all files. A
 * passage that does not have the tag itself is unchanged; one that is in two parts gets the later.
 */
export const splitTag = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  input: Splitting,
  options: PerformOptions,
): Promise<Result<Output<'bulk:split-tag'>, AppError>> =>
  deps.archive.perform(async (reader) => {
    const file = await reader.tags();
    if (!file.ok) return file;
    const tags = indexTree(file.value.tags);
    const tag = resolveRecord(tags, input.tagId);
    if (tag === null) return notFound('tag', input.tagId);
    const at = toTimestamp(deps.machine.nowMs());
    const { given, made } = ensureParts(tags, tag, input, at);
    const tagIdsOf = (id: PassageId, before: readonly TagId[]): TagId[] =>
      replaced(tags, before, tag, given.get(id) ?? tag.id);
    const changes = await changesOfAll({ reader, deps }, given, tagIdsOf, at);
    if (!changes.ok) return changes;
    return ok({
      value: { made: made.length, changed: changes.value.length },
      name: 'split-tag',
      changes: [...tagChanges(made.map((after) => ({ before: null, after }))), ...changes.value],
    });
  }, options);
