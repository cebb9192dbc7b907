import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toWriteFailed } from '../../storage/file/system-error.ts';
import { privateModes } from '../../storage/file/write/file-modes.ts';
import { type GitProgram, gitFailed } from '../git-program.ts';
import type { Index } from '../read-trees.ts';
import { switchOffFilters } from '../switch-off-filters.ts';
import type { MergedFile } from './merged-file.ts';
import type { NamedFile } from './write-merged.ts';

/**
 * The merged files with the ids of their bytes. What the merge has made is put into the repository, by one run of Git for
 * all of it: a run for each takes minutes where two analysts have worked for a month.
 *
 * @param workplace a folder that is not there yet, in which the bytes lie meanwhile
 */
export const nameMerged = async (
  git: GitProgram,
  files: readonly MergedFile[],
  workplace: string,
): Promise<Result<readonly NamedFile[], AppError>> => {
  const made = files.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const ids = await putObjects(git, made, workplace);
  if (!ids.ok) return ids;
  const next = ids.value[Symbol.iterator]();
  return ok(
    files.map((file) => ({
      ...file,
      id: (file.bytes === null ? file.blob : next.next().value) ?? '',
    })),
  );
};

/** Puts bytes into the repository; answers their ids, in the same order. */
const putObjects = async (
  git: GitProgram,
  made: readonly Buffer[],
  workplace: string,
): Promise<Result<readonly string[], AppError>> => {
  if (made.length === 0) return ok([]);
  try {
    mkdirSync(workplace, { mode: privateModes.folder });
    const paths = made.map((_, at) => join(workplace, String(at)));
    for (const [at, bytes] of made.entries())
      writeFileSync(join(workplace, String(at)), bytes, { mode: privateModes.file });
    const told = Buffer.from(paths.map((path) => `${path}\n`).join(''), 'utf8');
    const said = await git.run(['hash-object', '-w', '--no-filters', '--stdin-paths'], told);
    if (!said.ok) return said;
    const ids = said.value.toString('latin1').trim().split('\n');
    return ids.length === made.length ? ok(ids) : gitFailed('git hash-object left some of the files out');
  } catch (cause) {
    return err(toWriteFailed(workplace, cause));
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
};

/** Puts the merged archive into the index: nothing of it is left to be merged then. */
export const stageMerged = async (
  git: GitProgram,
  files: readonly NamedFile[],
  staged: { readonly gone: readonly string[]; readonly index: Index; readonly prefix: string },
): Promise<Result<null, AppError>> => {
  const { gone, index, prefix } = staged;
  const nothing = '0'.repeat(files[0]?.id.length ?? 40);
  const changed = files.filter(({ path, id }) => index.get(path) !== id);
  const entries = [
    // Every stage of a path goes before it is settled.
    ...[...changed.map(({ path }) => path), ...gone].map((path) => `0 ${nothing} 0\t${prefix}${path}\0`),
    ...changed.map(({ path, id }) => `100644 ${id} 0\t${prefix}${path}\0`),
  ];
  const filtersOff = await switchOffFilters(git);
  if (!filtersOff.ok) return filtersOff;
  const told = Buffer.from(entries.join(''), 'utf8');
  const done = await git.run(['update-index', '-z', '--index-info'], told, filtersOff.value);
  return done.ok ? ok(null) : done;
};
