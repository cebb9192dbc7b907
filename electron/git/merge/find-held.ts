import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { MergedFile, ReadBlob } from './merged-file.ts';

/** What one side has deleted for good, and the other has left as it was. */
export type Removed = { readonly id: string; readonly by: 'ours' | 'theirs' };

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/**
 * Those of `removed` that are still referred to by what the other side has written: a tag that one deleted for good and
 * the other gave to a passage. What the side that removed it had itself does not count: it knew.
 */
export const findHeld = async (
  removed: readonly Removed[],
  files: readonly MergedFile[],
  read: ReadBlob,
): Promise<Result<readonly string[], AppError>> => {
  const held: string[] = [];
  for (const by of ['ours', 'theirs'] as const) {
    const gone = new Set(removed.filter((one) => one.by === by).map(({ id }) => id));
    const news = gone.size === 0 ? [] : files.filter((one) => isNewTo(by, one));
    const named = await namedIn(news, read);
    if (!named.ok) return named;
    held.push(...[...gone].filter((id) => named.value.has(id)));
  }
  return ok(held);
};

/** Every id that stands in the files. */
const namedIn = async (
  files: readonly MergedFile[],
  read: ReadBlob,
): Promise<Result<ReadonlySet<string>, AppError>> => {
  const named = new Set<string>();
  for (const file of files) {
    const text = await readText(file, read);
    if (!text.ok) return text;
    for (const [id] of text.value.matchAll(ids)) named.add(id);
  }
  return ok(named);
};

/** Whether a file with references is not what that side has. */
const isNewTo = (by: 'ours' | 'theirs', { planned, blob }: MergedFile): boolean =>
  planned.kind !== null && planned.kind !== 'body' && (blob === null || blob !== planned.versions[by]);

const readText = async ({ blob, bytes }: MergedFile, read: ReadBlob): Promise<Result<string, AppError>> => {
  const found = blob === null ? ok(bytes ?? Buffer.alloc(0)) : await read(blob);
  return found.ok ? ok(found.value.toString('utf8')) : found;
};
