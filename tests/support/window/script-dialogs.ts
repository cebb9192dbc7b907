import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Answers for the dialogs of the system, in their order: the environment of an app that takes them, and what it asked.
 */
export const scriptDialogs = async (folder: string, answers: readonly object[]) => {
  const path = join(folder, 'dialogs.json');
  await writeFile(path, JSON.stringify(answers));
  return {
    env: { PRECIS_TEST_DIALOGS: path },
    async asked(): Promise<Record<string, unknown>[]> {
      const lines = (await readFile(`${path}.asked`, 'utf8')).trim().split('\n');
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
};
