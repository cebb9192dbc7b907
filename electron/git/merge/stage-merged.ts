import type { AppError } from '#domain/contract/errors.ts';
import { ok, type Result } from '#domain/result.ts';
import type { GitProgram } from '../git-program.ts';
import type { Index } from '../read-trees.ts';
import { switchOffFilters } from '../switch-off-filters.ts';
import type { MergedFile } from './merged-file.ts';
import type { NamedFile } from './write-merged.ts';

/** The merged files with the ids of their bytes. What the merge has made is put into the repository. */
export const nameMerged = async (
  git: GitProgram,
  files: readonly MergedFile[],
): Promise<Result<readonly NamedFile[], AppError>> => {
  const named: NamedFile[] = [];
  for (const file of files) {
    const id = file.bytes === null ? ok(file.blob ?? '') : await putObject(git, file.bytes);
    if (!id.ok) return id;
    named.push({ ...file, id: id.value });
  }
  return ok(named);
};

const putObject = async (git: GitProgram, bytes: Buffer): Promise<Result<string, AppError>> => {
  const id = await git.run(['hash-object', '-w', '--no-filters', '--stdin'], bytes);
  return id.ok ? ok(id.value.toString('latin1').trim()) : id;
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
