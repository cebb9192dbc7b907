/**
 * Whether a missing file at the root of an archive was lost. It may be missing without a trace: a second machine has no
 * `.bak` of it, and neither has a Git repository that dropped it. Everything that may refer to its records is searched,
 * which takes long in a large archive and is only done if such a file is missing.
 */
import type { AnnotationsFile, FileContents, MemoFile, SearchesFile } from '#domain/archive/files.ts';
import type { MainKind } from '#domain/archive/root-files.ts';
import { tagIdSchema } from '#domain/ids.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import { valuesOf } from '#domain/search/written-conditions.ts';
import { readContent } from '../file/read/read-content.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { folderOf } from './layout.ts';
import { listIds } from './list-records.ts';

/**
 * `referred`: records refer to it, so it is damage. `in-use`: nothing refers to it, but the archive is not empty, so it
 * may have been lost. `none`: an empty archive has lost nothing.
 */
export type Loss = 'referred' | 'in-use' | 'none';

type Held = {
  readonly annotations: readonly AnnotationsFile[];
  readonly memos: readonly MemoFile[];
  readonly searches: SearchesFile['searches'];
};

const namesTag = ({ about, passages }: AnnotationsFile): boolean =>
  about.tagIds.length > 0 || passages.some(({ tagIds }) => tagIds.length > 0);

const namesSource = ({ about, passages }: AnnotationsFile): boolean =>
  about.publicationId !== null ||
  passages.some(({ sourceId, concernedIds }) => sourceId !== null || concernedIds.length > 0);

/** Whether a saved search names a record by its id in a condition of one of those fields. */
const namesIn =
  (...fields: readonly string[]) =>
  ({ text }: SavedSearch): boolean =>
    fields.some((field) => valuesOf(text, field).some((value) => tagIdSchema.safeParse(value).success));

/** A memo prints tasks that are in no other file. */
const printsTask = ({ annotations, memos }: Held): boolean => {
  const known = new Set([...annotations, ...memos].flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  return memos.some(({ memo }) => memo.printedTaskIds.some((id) => !known.has(id)));
};

const isReferredTo: { readonly [K in MainKind]: (held: Held) => boolean } = {
  tags: ({ annotations, searches }) => annotations.some(namesTag) || searches.some(namesIn('tag')),
  sources: ({ annotations, searches }) =>
    annotations.some(namesSource) || searches.some(namesIn('source', 'origin', 'concerned')),
  tasks: printsTask,
  // They refer to others, and nothing refers to them.
  searches: () => false,
};

/** How the file of `kind`, which is missing without a trace, was lost. */
export const findLoss = async (context: StorageContext, kind: MainKind): Promise<Loss> => {
  const held = await readHeld(context);
  if (isReferredTo[kind](held)) return 'referred';
  return held.annotations.length + held.memos.length > 0 ? 'in-use' : 'none';
};

const readHeld = async (context: StorageContext): Promise<Held> => {
  const annotations: AnnotationsFile[] = [];
  const memos: MemoFile[] = [];
  for (const where of ['archive', 'trash'] as const) {
    for (const id of await listIds(context, 'article', where))
      annotations.push(...(await readAll(context, 'annotations', folderOf({ kind: 'article', id }, where))));
    for (const id of await listIds(context, 'memo', where))
      memos.push(...(await readAll(context, 'memo', folderOf({ kind: 'memo', id }, where))));
  }
  const searches = await readAll(context, 'searches', '');
  return { annotations, memos, searches: searches.flatMap((file) => file.searches) };
};

/** The content of a file as a list: empty if it can't be read, because then no references are known. */
const readAll = async <K extends 'annotations' | 'memo' | 'searches'>(
  context: StorageContext,
  kind: K,
  folder: string,
): Promise<readonly FileContents[K][]> => {
  const read = await readContent(kind, pathOf(context, `${folder}/${kind}.json`), context.codec);
  return read.kind === 'content' ? [read.content] : [];
};
