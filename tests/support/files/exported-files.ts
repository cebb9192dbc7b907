import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes an app that is started on the settings of `folder` export there, as if the folder had been chosen before. */
export const exportInto = async (folder: string): Promise<void> => {
  const userData = join(folder, 'user-data');
  await mkdir(userData, { recursive: true, mode: 0o700 });
  await writeFile(join(userData, 'export-folder.json'), JSON.stringify(folder));
};

/** The path of the one exported file with that extension in `folder`. */
export const exportedFile = async (folder: string, ending: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`${names.length} files end in ${ending}`);
  return join(folder, name);
};
