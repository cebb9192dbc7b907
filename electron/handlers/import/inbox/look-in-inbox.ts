import { stat } from 'node:fs/promises';
import type { InboxLook, SeenFile } from '#domain/inbox/at-rest.ts';
import { type ChosenFile, filesIn } from '../bulk/chosen-files.ts';

/** What lies in an inbox: its files, and how each was found. */
export type FoundInInbox = { readonly files: readonly ChosenFile[]; readonly look: InboxLook };

/** So many files are asked for at once. */
const AT_ONCE = 32;

const seen = async ({ path }: ChosenFile): Promise<readonly [string, SeenFile] | null> => {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? [path, { size: stats.size, modifiedMs: stats.mtimeMs }] : null;
};

/** Looks at all files in the folder, those in its folders with them; null where the folder is not there. */
export const lookInInbox = async (folder: string): Promise<FoundInInbox | null> => {
  const stats = await stat(folder).catch(() => null);
  if (!stats?.isDirectory()) return null;
  const { files, holdsMany } = await filesIn([folder]);
  // A folder without files stands for itself.
  if (!holdsMany) return { files: [], look: new Map() };
  const look = new Map<string, SeenFile>();
  for (let at = 0; at < files.length; at += AT_ONCE)
    for (const found of await Promise.all(files.slice(at, at + AT_ONCE).map(seen)))
      if (found !== null) look.set(...found);
  return { files, look };
};
