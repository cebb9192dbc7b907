import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { type CliAnswer, runCli, straitText } from './run-cli.ts';

export type Precis = {
  readonly folder: string;
  /** Runs a command on the archive `archive` in the folder. */
  runPlain(...words: string[]): Promise<CliAnswer>;
  /** The same with --json. */
  run(...words: string[]): Promise<CliAnswer>;
  /** The answer of a command that succeeds. */
  answer(...words: string[]): Promise<unknown>;
  /** The code of the error of one that fails. */
  errorCode(...words: string[]): Promise<unknown>;
  /** Imports the text above and returns the article's id. */
  importText(): Promise<string>;
};

/** Returns the id of the article that it has copied to the archive of the folder. */
type CopyImported = (folder: string) => Promise<string>;

const createPrecis = (folder: string, copyImported: CopyImported): Precis => {
  // The app's own state is kept there too.
  const options = { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, 'config') } };
  const runPlain = (...words: string[]) => runCli([...words, '--archive', 'archive'], options);
  const run = (...words: string[]) => runPlain(...words, '--json');
  const answer = async (...words: string[]): Promise<unknown> => {
    const result = await run(...words);
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    return result.json();
  };
  return {
    folder,
    runPlain,
    run,
    answer,
    async errorCode(...words) {
      const result = await run(...words);
      expect(result.exitCode).toBe(1);
      expect(result.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
      return (result.json() as { error: { code: string } }).error.code;
    },
    importText: () => copyImported(folder),
  };
};

/** Imports the text once, by the command line itself; each test gets a copy of that archive. */
const importOnce = (folder: string): CopyImported => {
  let made: Promise<string> | null = null;
  const make = async (): Promise<string> => {
    await writeFile(join(folder, 'strait.txt'), straitText);
    const { answer } = createPrecis(folder, () => Promise.reject(new Error('nothing is imported yet')));
    const [imported] = (await answer('import', 'strait.txt')) as [{ id: string }];
    return imported.id;
  };
  return async (to) => {
    made ??= make();
    const id = await made;
    await cp(join(folder, 'archive'), join(to, 'archive'), { recursive: true });
    return id;
  };
};

/** Tests of the command line on the built app: each runs commands in its own folder. */
export const test = base.extend<{ precis: Precis }, { copyImported: CopyImported }>({
  copyImported: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
    async ({}, use) => {
      const folder = await makeTemporaryFolder();
      await use(importOnce(folder));
      await removeFolder(folder);
    },
    { scope: 'worker' },
  ],
  precis: async ({ copyImported }, use) => {
    const folder = await makeTemporaryFolder();
    await use(createPrecis(folder, copyImported));
    await removeFolder(folder);
  },
});
