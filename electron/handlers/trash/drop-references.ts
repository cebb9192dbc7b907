import type { MutableContent } from '#domain/archive/apply-changes.ts';
import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { diffRecords } from '#domain/archive/merge/records-in.ts';
import { referencesOf, withoutReferences } from '#domain/archive/references.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The files whose records may refer to others. */
type ReferringFile = Extract<
  MutableFile,
  { readonly kind: 'tags' | 'sources' | 'tasks' | 'annotations' | 'memo' }
>;

const readFile = (reader: ArchiveReader, file: ReferringFile): Promise<Result<MutableContent, AppError>> => {
  switch (file.kind) {
    case 'annotations':
      return reader.annotations(file.articleId);
    case 'memo':
      return reader.memo(file.memoId);
    default:
      return reader[file.kind]();
  }
};

/** The changes that take what refers to `gone` out of the records of a file; none where it can't be read. */
const changesIn = async (
  reader: ArchiveReader,
  file: ReferringFile,
  gone: ReadonlySet<string>,
  updatedAt: Timestamp,
): Promise<readonly RecordChange[]> => {
  const read = await readFile(reader, file);
  if (!read.ok) return [];
  const content = read.value;
  const broken = referencesOf(file.kind, content as never).filter(
    ({ id, isOptional }) => isOptional && gone.has(id),
  );
  if (broken.length === 0) return [];
  return diffRecords(file, content, withoutReferences<ReferringFile['kind']>(content as never, broken)).map(
    (change) => ({ ...change, after: { ...change.after, updatedAt } }) as RecordChange,
  );
};

/**
 * Takes out of all records what refers to things that are gone for good, so that a link, a tag or a speaker leads
 * nowhere no more. What memos rest on never goes, so a citation is not touched. Where a file can't be read its
 * references stay, and
 * *Check the archive* names them.
 */
export const dropReferences = async (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  gone: ReadonlySet<string>,
): Promise<Result<null, AppError>> => {
  if (gone.size === 0) return ok(null);
  const articleIds = await catalogue.referringArticles([...gone]);
  return archive.perform(
    async (reader) => {
      const files: readonly ReferringFile[] = [
        { kind: 'tags' },
        { kind: 'sources' },
        { kind: 'tasks' },
        ...articleIds.map((articleId) => ({ kind: 'annotations', articleId }) as const),
        ...(await reader.memoIds()).map((memoId) => ({ kind: 'memo', memoId }) as const),
      ];
      const changes: RecordChange[] = [];
      const at = toTimestamp(machine.nowMs());
      for (const file of files) changes.push(...(await changesIn(reader, file, gone, at)));
      return ok({ value: null, name: 'empty-trash', changes });
    },
    { isFinal: true },
  );
};
