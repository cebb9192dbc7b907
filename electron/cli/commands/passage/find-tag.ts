import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type TagRow, tagList } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isNearName, isSameName } from '#domain/tree/compare-names.ts';
import type { CommandContext } from '../../command-context.ts';
import { printTagPath } from '../../output/names.ts';

/** The tag with exactly that path. Unlike annotating, a look-up creates no tag. */
export async function findTag(
  { call }: CommandContext,
  path: readonly string[],
): Promise<Result<TagId, AppError>> {
  const tags = await call(tagList, {});
  if (!tags.ok) return tags;
  const sought = { path };
  const tag = tags.value.find((row) => isEveryLevel(row, sought, isSameName));
  if (tag !== undefined) return ok(tag.id);
  const near = tags.value.filter((row) => isEveryLevel(row, sought, isMeantBy)).map(printTagPath);
  return err({ code: 'not-found', what: 'tag', id: printTagPath(sought), near });
}

type Tagged = Pick<TagRow, 'path'>;

const isEveryLevel = (row: Tagged, sought: Tagged, compare: (a: string, b: string) => boolean): boolean =>
  row.path.length === sought.path.length &&
  row.path.every((name, level) => compare(name, sought.path[level] ?? ''));

const isMeantBy = (a: string, b: string): boolean => isSameName(a, b) || isNearName(a, b);
