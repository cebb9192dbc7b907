/**
 * Git, as Precis runs it: only commands that read objects, write objects and change the index. None of them may run
 * another program or use the network, whatever the repository's own configuration says, because an archive may have
 * come from somebody else. So there are no hooks, no file monitor, no filters (`hash-object --no-filters`, never
 * `add`), no fetching of missing objects, and no Git variables from outside.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** Settings of Git by their keys. */
export type GitSettings = readonly (readonly [key: string, value: string])[];

export type GitProgram = {
  /**
   * Runs a command in a folder and returns its output. Fails with `git-failed` and the message of Git. `settings`
   * override those of the repository.
   */
  readonly run: (
    args: readonly string[],
    input?: Uint8Array,
    settings?: GitSettings,
  ) => Promise<Result<Buffer, AppError>>;
  /** Starts a command that is used interactively. */
  readonly start: (args: readonly string[]) => ReturnType<typeof spawn>;
};

/** Settings that override those of any file. */
const safeSettings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.sshCommand=false',
  'core.quotePath=false',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

const safeEnvironment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
};

/**
 * Finds Git on the PATH, for the folder `folder`; fails with `git-missing` if there is none. Only absolute folders of
 * the PATH are searched: a `git` in the archive is never run.
 */
export const findGit = (
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Result<GitProgram, AppError> => {
  const program = findOnPath(environment);
  if (program === null) return err({ code: 'git-missing' });
  const start = (args: readonly string[], settings: GitSettings = []) =>
    spawn(program, [...safeSettings, '--no-pager', ...args], {
      cwd: folder,
      env: { ...withoutGit(environment), ...safeEnvironment, ...inEnvironment(settings) },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  return ok({ start, run: (args, input, settings) => collect(start(args, settings), input) });
};

/** The argument `-c` would end a key at its first "=", which a key may contain. */
const inEnvironment = (settings: GitSettings): NodeJS.ProcessEnv => ({
  GIT_CONFIG_COUNT: String(settings.length),
  ...Object.fromEntries(
    settings.flatMap(([key, value], at) => [
      [`GIT_CONFIG_KEY_${at}`, key],
      [`GIT_CONFIG_VALUE_${at}`, value],
    ]),
  ),
});

const programNames = process.platform === 'win32' ? ['git.exe'] : ['git'];

const findOnPath = (environment: NodeJS.ProcessEnv): string | null => {
  const folders = (environment.PATH ?? environment.Path ?? '')
    .split(delimiter)
    .filter((part) => isAbsolute(part));
  const paths = folders.flatMap((folder) => programNames.map((name) => join(folder, name)));
  return paths.find(isProgram) ?? null;
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Removes the variables set for another run of Git, such as GIT_DIR within a hook. */
const withoutGit = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(GIT_|SSH_ASKPASS)/iu.test(name)));

const collect = (
  running: ReturnType<typeof spawn>,
  input: Uint8Array | undefined,
): Promise<Result<Buffer, AppError>> =>
  new Promise((resolve) => {
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    running.stdout?.on('data', (part: Buffer) => out.push(part));
    running.stderr?.on('data', (part: Buffer) => said.push(part));
    // If Git ends early, its input is closed; the exit code gives the reason.
    running.stdin?.on('error', () => {});
    running.on('error', (cause) => resolve(gitFailed(cause.message)));
    running.on('close', (code) =>
      resolve(code === 0 ? ok(Buffer.concat(out)) : gitFailed(Buffer.concat(said).toString('utf8'))),
    );
    running.stdin?.end(input ?? '');
  });

/** The message of Git, without its prefixes and on one line. */
export const gitFailed = (said: string): Result<never, AppError> =>
  err({ code: 'git-failed', said: said.trim().replace(/\s+/gu, ' ').slice(0, 500) });
