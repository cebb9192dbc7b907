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
