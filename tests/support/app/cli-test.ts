import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { makeTemporaryFolder, removeFolder } from '../files/temporary-folder.ts';
import { type CliAnswer, runCli } from './run-cli.ts';

/** The text that importText imports. */
export const text = `The strait will close to tankers for two days, the harbour office said.
“We saw 🚢 24 ships a day in March,” an official told reporters, “and nine in April.”
The office gave no reason. The strait was closed in 2019 as well.`;

export type Precis = {
  readonly folder: string;
  /** Runs a command on the archive `archive` below the folder. */
  runPlain(...words: string[]): Promise<CliAnswer>;
  /** The same under --json. */
  run(...words: string[]): Promise<CliAnswer>;
  /** The answer of a command that succeeds. */
  answer(...words: string[]): Promise<unknown>;
  /** The code of the error of one that fails. */
  errorCode(...words: string[]): Promise<unknown>;
  /** Imports the text above and answers the article's id. */
  importText(): Promise<string>;
};

const createPrecis = (folder: string): Precis => {
  // What the app keeps of its own is kept there too.
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
    async importText() {
      await writeFile(join(folder, 'strait.txt'), text);
      const [imported] = (await answer('import', 'strait.txt')) as [{ id: string }];
      return imported.id;
    },
  };
};

/** Tests of the command line on the built app: each runs commands in a folder of its own. */
export const test = base.extend<{ precis: Precis }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed
  precis: async ({}, use) => {
    const folder = await makeTemporaryFolder();
    await use(createPrecis(folder));
    await removeFolder(folder);
  },
});
