/** Which files of an inbox nobody is writing any more. */
import { isKeepNote, pageOfKeepNote } from './keep-note.ts';

/** A file as a look finds it: its size in bytes and when it was modified, in milliseconds. */
export type SeenFile = { readonly size: number; readonly modifiedMs: number };

/** The files of an inbox at one look, by their paths. */
export type InboxLook = ReadonlyMap<string, SeenFile>;

/** The endings under which browsers, download managers, editors and copying programs write what is not complete yet. */
const partialEndings = [
  '.part',
  '.partial',
  '.crdownload',
  '.opdownload',
  '.download',
  '.filepart',
  '.aria2',
  '.tmp',
  '.temp',
  '.swp',
  '.lock',
] as const;

const isPartial = (path: string): boolean => {
  const lowerCase = path.toLowerCase();
  return lowerCase.endsWith('~') || partialEndings.some((ending) => lowerCase.endsWith(ending));
};

/** Firefox and aria2 hold the name of a download by a file beside the partial one. */
const isBeingFilled = (path: string, look: InboxLook): boolean =>
  partialEndings.some((ending) => look.has(`${path}${ending}`));

/** A browser gives a note its name when it is whole, and writes it after its page: the two are not waited for. */
const isWholeNote = (path: string, look: InboxLook): boolean =>
  isKeepNote(path) && look.has(pageOfKeepNote(path));

/** In milliseconds: so long a page that has no note waits for one, which a busy browser writes late. */
const NOTE_WAIT_MS = 15_000;

const mayGetNote = (path: string, { modifiedMs }: SeenFile, nowMs: number): boolean => {
  const age = nowMs - modifiedMs;
  return path.toLowerCase().endsWith('.mhtml') && age >= 0 && age < NOTE_WAIT_MS;
};

/** The pages of notes among `paths`: they are read with their notes. */
export const pagesOfNotes = (paths: Iterable<string>): ReadonlySet<string> =>
  new Set([...paths].filter(isKeepNote).map(pageOfKeepNote));

/**
 * The paths of the files that are at rest: of the same size and time at two looks, which the caller makes two seconds
 * apart. An empty file is one that will be filled; partial files, and those that stand for one, are left alone. The
 * page of a note comes with its note, at the first look; any other page of a browser waits for a note for a while.
 */
export const filesAtRest = (before: InboxLook, now: InboxLook, nowMs: number): readonly string[] => {
  const pages = pagesOfNotes(now.keys());
  return [...now].flatMap(([path, file]) => {
    const { size, modifiedMs } = file;
    const earlier = before.get(path);
    const isSame = earlier?.size === size && earlier.modifiedMs === modifiedMs;
    const isAtRest = (isSame || isWholeNote(path, now)) && size > 0;
    const isComing = isPartial(path) || isBeingFilled(path, now) || mayGetNote(path, file, nowMs);
    return isAtRest && !pages.has(path) && !isComing ? [path] : [];
  });
};
