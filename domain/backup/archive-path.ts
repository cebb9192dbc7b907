import { rootKinds } from '../archive/root-files.ts';

/** Paths of files in an archive, relative to its folder with "/" on every system, where they come from another hand. */

const MOST_CHARACTERS = 4096;

/** Whether nothing in the path leads out of the folder that it is laid under. What Windows adds: isSafeOnWindows. */
export const isSafePath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= MOST_CHARACTERS &&
  !hasControl(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);

/** A device of Windows under any ending, as in `nul.json`: what is written there is gone (Microsoft, "Naming Files"). */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\..*)?$/iu;

const isSafeNameOnWindows = (name: string): boolean => !device.test(name) && !/[<>:"|?*\\]|[ .]$/u.test(name);

/** Whether Windows keeps a file of that path, under that path and no other. */
export const isSafeOnWindows = (path: string): boolean => path.split('/').every(isSafeNameOnWindows);

/** Two paths of one key are one file where case, or how accents are encoded, does not count. */
export const collisionKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const inArticle =
  '(?:(?:article|body|annotations)\\.json|original\\.[a-z0-9]{1,10}|media/[0-9a-f]{64}\\.[a-z0-9]{1,8})';
const inMemo = `(?:memo\\.json|snapshots/${UUID}\\.json|media/[0-9a-f]{64}\\.(?:png|jpg))`;
const ofArchive = new RegExp(
  `^(?:${[
    `(?:archive|${rootKinds.join('|')})\\.json`,
    'key\\.age',
    '\\.gitignore|\\.gitattributes|\\.stignore',
    `templates/${UUID}\\.json`,
    `(?:trash/)?articles/${UUID}/${inArticle}`,
    `(?:trash/)?memos/${UUID}/${inMemo}`,
    `trash/(?:articles|memos)/${UUID}/deleted\\.json`,
  ].join('|')})$`,
  'u',
);

/** Whether a file of that path is one of an archive's own: see docs/archive-format.md. */
export const isOfArchive = (path: string): boolean => ofArchive.test(path);
