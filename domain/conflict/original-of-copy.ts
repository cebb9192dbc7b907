/**
 * The names that a sync gives to the second of two versions: of Syncthing `NAME.sync-conflict-DATE-TIME-DEVICE.ext`
 * (docs.syncthing.net, "Conflicting changes"), of Dropbox and Nextcloud `NAME (… conflicted copy DATE).ext`, which Dropbox
 * writes in the language of its user.
 */
const syncthing = /^(?<stem>.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(?<ending>\.[^.]+)$/u;
const bracketed = /^(?<stem>.+?) ?\((?<said>[^()]*(?:\([^()]*\)[^()]*)*)\)(?<ending>\.[^.]+)$/u;

/** As they stand in such a name: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Japanese. */
const wordings = [
  'conflicted copy',
  'in konflikt stehende kopie',
  'konfliktkopie',
  'copie en conflit',
  'copia conflictiva',
  'copia en conflicto',
  'copia in conflitto',
  'cópia em conflito',
  'conflicterend exemplaar',
  'kopia powodująca konflikt',
  '問題のあるコピー',
];

const isWording = (said: string): boolean => {
  const folded = said.normalize('NFC').toLowerCase();
  return wordings.some((wording) => folded.includes(wording));
};

/** The name of the file of which `name` is a conflict copy; null where it is none. Neither holds a folder. */
export const originalOfCopy = (name: string): string | null => {
  const of = syncthing.exec(name)?.groups ?? bracketed.exec(name)?.groups;
  if (of === undefined) return null;
  const { stem = '', ending = '', said } = of;
  return said === undefined || isWording(said) ? `${stem}${ending}` : null;
};

const folderCopy = /^(?<stem>.+?) ?\((?<said>[^()]*(?:\([^()]*\)[^()]*)*)\)$/u;

/** The name of the folder of which `name` is a conflict copy, as Dropbox and Nextcloud lay them; null where it is none. */
export const originalOfFolderCopy = (name: string): string | null => {
  const { stem, said = '' } = folderCopy.exec(name)?.groups ?? {};
  return stem !== undefined && isWording(said) ? stem : null;
};

/**
 * The path of the file of which another is a conflict copy, both by their paths in an archive, with "/"; null where it is
 * none. A copy stands beside its file, or as a file in a copy of the folder of an article or a memo.
 */
export const originalPathOfCopy = (path: string): string | null => {
  const parts = path.split('/');
  const base = parts.at(-1) ?? '';
  const [original, folder] = [originalOfCopy(base), copiedFolderOf(path)];
  if (original === null && folder === null) return null;
  const [top = '', , ...within] = parts;
  const above = folder === null ? parts.slice(0, -1) : [top, folder, ...within.slice(0, -1)];
  return [...above, original ?? base].join('/');
};

/** The name of the folder of an article or a memo in a copy of which something lies; null where it lies in none. */
export const copiedFolderOf = (path: string): string | null => {
  const [top, folder = '', ...within] = path.split('/');
  return (top === 'articles' || top === 'memos') && within.length > 0 ? originalOfFolderCopy(folder) : null;
};
