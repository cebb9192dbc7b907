import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { GitProgram, GitSettings } from './git-program.ts';

/**
 * The settings that switch off every filter that the repository names. Git runs filters although nothing is added: when
 * it writes an index, it reads the files that are as new as the old index once more, through their filters.
 */
export const switchOffFilters = async (git: GitProgram): Promise<Result<GitSettings, AppError>> => {
  const listed = await git.run(['config', '--null', '--name-only', '--list']);
  if (!listed.ok) return listed;
  const keys = listed.value.toString('utf8').split('\0');
  const filters = new Set(keys.flatMap((key) => /^(filter\..+)\.[^.]+$/su.exec(key)?.[1] ?? []));
  return ok([...filters].flatMap(settingsOf));
};

const settingsOf = (filter: string): GitSettings => [
  [`${filter}.clean`, ''],
  [`${filter}.smudge`, ''],
  [`${filter}.process`, ''],
  [`${filter}.required`, 'false'],
];
