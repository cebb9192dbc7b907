/** How the notes of a folder are called: by their titles, in a way that every file system and Obsidian take. */

const MAX_LENGTH = 80;

/** What a file system or a link of Obsidian has another use for. */
const UNUSABLE = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]/gu;
/** Names of devices on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

const plain = (title: string): string => {
  const name = title
    .normalize('NFC')
    .replace(UNUSABLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '')
    .trim();
  return name === '' || RESERVED.test(name) ? `Article ${name}`.trim() : name;
};

/** Names that differ in nothing but case are one on some disks. */
const folded = (name: string): string => name.toLowerCase();

/**
 * A name for each record without its ending. One that has a name in `given` keeps it, whatever became of its title, so that
 * links to it hold; of two that would be one the later gets a number.
 */
export const nameNotes = (
  records: readonly { readonly id: string; readonly title: string | null }[],
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const taken = new Set(records.flatMap(({ id }) => given.get(id) ?? []).map(folded));
  const names = new Map<string, string>();
  for (const { id, title } of records) {
    const before = given.get(id);
    const base = plain(title ?? 'Untitled');
    let name = before ?? base;
    for (let number = 2; before === undefined && taken.has(folded(name)); number += 1)
      name = `${base} ${number}`;
    taken.add(folded(name));
    names.set(id, name);
  }
  return names;
};
