import { rootKinds } from '../archive/root-files.ts';
import { utf8Length } from '../text/text-index.ts';

/** Paths of files in an archive, relative to its folder with "/" on every system, where they come from another hand. */

const MOST_CHARACTERS = 4096;

/** Whether nothing in the path leads out of the folder that it is laid under. What Windows adds: isSafeOnWindows. */
export const isSafePath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= MOST_CHARACTERS &&
  !hasControl(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);

/**
 * A device of Windows under any ending, as in `nul.json`: what is written there is gone (Microsoft, "Naming Files").
 */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\..*)?$/iu;

const isSafeNameOnWindows = (name: string): boolean => !device.test(name) && !/[<>:"|?*\\]|[ .]$/u.test(name);

/** Whether Windows keeps a file of that path, under that path and no other. */
export const isSafeOnWindows = (path: string): boolean => path.split('/').every(isSafeNameOnWindows);

/** Two paths of one key are one file where case, or how accents are encoded, does not count. */
export const collisionKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

/** Folders that other programs run things from, as a file system shows them that passes over what is not seen. */
const actedOn = /^(?:\.git|git~\d+|\.svn|\.hg|\.ssh|\.vscode|\.idea)$/u;
const isActedOn = (part: string): boolean =>
  actedOn.test(
    part
      .toLowerCase()
      .replace(/\p{Cf}/gu, '')
      .replace(/[ .]+$/u, ''),
  );

/**
 * What leads out on Windows, or is a device there, whatever system it is restored on: no program names a file so by
 * chance.
 */
const leadsOutOnWindows = (part: string): boolean =>
  part.includes('\\') || /^[a-z]:/iu.test(part) || device.test(part);

/** No file system takes a longer name. */
export const MOST_BYTES_OF_NAME = 255;
const isTooLong = (part: string): boolean =>
  [...part].reduce((sum, character) => sum + utf8Length(character), 0) > MOST_BYTES_OF_NAME;

const foldersAbove = (path: string): readonly string[] =>
  path.split('/').flatMap((_, at, parts) => (at === 0 ? [] : [parts.slice(0, at).join('/')]));

/** Where files are to be laid down. */
export type RestoringSystem = { readonly isWindows: boolean; readonly foldsCase: boolean };

/**
 * Those of the paths of a list from another hand that may be laid into a new folder: whoever can write beside a backup
 * can write its lists. Of two that are one file where case and accents do not count, or of which one is the folder of
 * the other, the archive's own comes first.
 */
export const restorablePaths = (
  paths: readonly string[],
  { isWindows, foldsCase }: RestoringSystem,
): ReadonlySet<string> => {
  const ownKeys = paths.filter(isOfArchive).map(collisionKey);
  const own = new Set([...ownKeys, ...ownKeys.flatMap(foldersAbove)]);
  const taken = new Set<string>();
  const isFree = (path: string): boolean => {
    const key = collisionKey(path);
    if (!isOfArchive(path) && own.has(key)) return false;
    const isFirst = !taken.has(foldsCase ? key : path);
    taken.add(foldsCase ? key : path);
    return isFirst;
  };
  const mayStand = (path: string): boolean =>
    isSafePath(path) &&
    (!isWindows || isSafeOnWindows(path)) &&
    path.split('/').every((part) => !leadsOutOnWindows(part) && !isActedOn(part) && !isTooLong(part));
  const free = paths.filter(mayStand).filter(isFree);
  const files = new Set(free.map(collisionKey));
  return new Set(free.filter((path) => !foldersAbove(collisionKey(path)).some((each) => files.has(each))));
};

/**
 * Why a folder is not gone to that a file of this machine names, which another hand may have written: `network`: to
 * look at it is to connect to another machine and to say there who one is; `device`: it names none; `acted-on`: other
 * programs run things from it; `unplaced`: it depends on where one is, or can't be a path.
 */
export type PlaceFault = 'network' | 'device' | 'acted-on' | 'unplaced';

/** Whether a path is that of another machine or of a device, by the rules of Windows. */
const isNetwork = (path: string): boolean => /^[\\/]{2}/u.test(path) || path.startsWith('\\??\\');

const isDevicePath = (parts: readonly string[], isWindows: boolean): boolean =>
  isWindows
    ? parts.some((part) => part.includes(':') || device.test(part))
    : /^(?:dev\/(?!shm(?:\/|$))|proc\/|sys\/)/u.test(`${parts.join('/')}/`);

/** The parts of a path that says all of where it leads; null where it does not. */
const partsOfPlace = (path: string, isWindows: boolean): readonly string[] | null => {
  const isWhole = isWindows ? /^[a-z]:[\\/]/iu.test(path) : path.startsWith('/');
  if (!isWhole || path.length > MOST_CHARACTERS || hasControl(path)) return null;
  const parts = isWindows ? path.slice(2).split(/[\\/]/u) : path.split('/');
  return parts.includes('.') || parts.includes('..') ? null : parts.filter((part) => part !== '');
};

/** Why not to go to a folder, by the rules of a system; null where nothing speaks against it. */
export const faultOfPlace = (path: string, isWindows: boolean): PlaceFault | null => {
  if (isNetwork(path)) return /^(?:[\\/]{2}[.?][\\/]|\\\?\?\\)/u.test(path) ? 'device' : 'network';
  const parts = partsOfPlace(path, isWindows);
  if (parts === null) return 'unplaced';
  if (isDevicePath(parts, isWindows)) return 'device';
  return parts.some(isActedOn) ? 'acted-on' : null;
};

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const inArticle =
  '(?:(?:article|body|annotations|translations)\\.json|original\\.[a-z0-9]{1,10}|media/[0-9a-f]{64}\\.[a-z0-9]{1,8})';
const inMemo = `(?:(?:memo|review)\\.json|snapshots/${UUID}\\.json|media/[0-9a-f]{64}\\.(?:png|jpg))`;
const ofArchive = new RegExp(
  `^(?:${[
    `(?:archive|${rootKinds.join('|')})\\.json`,
    'key\\.age',
    '\\.gitignore|\\.gitattributes|\\.stignore',
    `(?:templates|boards)/${UUID}\\.json`,
    'events/\\d{4}\\.json',
    `(?:trash/)?articles/${UUID}/${inArticle}`,
    `(?:trash/)?memos/${UUID}/${inMemo}`,
    `trash/(?:articles|memos)/${UUID}/deleted\\.json`,
  ].join('|')})$`,
  'u',
);

/** Whether a file of that path is one of an archive's own: see docs/archive-format.md. */
export const isOfArchive = (path: string): boolean => ofArchive.test(path);
