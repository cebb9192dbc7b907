import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Scripted answers for system dialogs, in order: the environment of an app that uses them, and its questions. */
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
