/**
 * Forged files of userData, as somebody else may have written them: generated from a seed, so that each can be
 * reproduced.
 */

const next = (state: number): number => {
  const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  return (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const createChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = next(state);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Folders that no file may make the app access, on any system. */
export const hostileFolders = [
  '\\\\evil.example\\share',
  '\\\\evil.example@SSL\\DavWWWRoot\\x',
  '//evil.example/share',
  '\\/evil.example/share',
  '\\\\?\\UNC\\evil.example\\share',
  '\\\\.\\pipe\\precis',
  '\\\\.\\PhysicalDrive0',
  '\\??\\UNC\\evil.example\\share',
  'C:\\Users\\a\\..\\..\\Windows',
  'C:\\work\\NUL',
  'C:\\work\\com1.txt',
  'C:\\work\\file.txt:stream',
  'C:\\work\\repo\\.git\\hooks',
  'C:\\work\\repo\\GIT~1\\hooks',
  '/home/a/repo/.git/hooks',
  '/home/a/.ssh/keys',
  '/home/a/repo/.g\u200dit/hooks',
  '/home/a/../../etc',
  '/dev/shm/../null',
  '/dev/fd/0',
  '/proc/self/root',
  '../../elsewhere',
  'desk',
  '',
  '/home/a\u0000/b',
  `/${'x'.repeat(5000)}`,
] as const;

/** Values in place of a number, a list or a record. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  0.5,
  '',
  'x'.repeat(100_000),
  [],
  {},
  [[]],
  { toString: 1 },
  { length: 1e9 },
  '$(touch /tmp/x)',
  '<img src=x onerror=alert(1)>',
];

const wholeFiles: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '0',
  '"text"',
  '{"__proto__":{"folder":"//evil.example/share"}}',
  '[{"constructor":{"prototype":{}}}]',
  '\u0000'.repeat(64),
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  '{"folder":"/a","folder":"//evil.example/share"}',
  '\uFEFF{}',
];

export const archiveId = '0190a2c0-0000-7000-8000-0000000000aa';

/** Valid content of each file, and the paths to what is replaced in it. */
const sound: Readonly<
  Record<string, { readonly content: unknown; readonly at: readonly (readonly string[])[] }>
> = {
  'settings.json': {
    content: { theme: 'dark', lockAfterMinutes: 5, paneWidths: { list: 200 }, exportName: '{title}' },
    at: [['theme'], ['lockAfterMinutes'], ['paneWidths', 'list'], ['exportName'], ['dictionaries'], ['keys']],
  },
  'window.json': {
    content: { bounds: { x: 0, y: 0, width: 900, height: 600 }, isMaximised: false, zoomFactor: 1 },
    at: [
      ['bounds'],
      ['bounds', 'x'],
      ['bounds', 'width'],
      ['bounds', 'height'],
      ['zoomFactor'],
      ['isMaximised'],
    ],
  },
  'recent-archive.json': { content: { folder: '/desk' }, at: [['folder']] },
  'backups.json': {
    content: {
      [archiveId]: { folder: '/disk', chosenAt: null, isFounded: true, isDeclined: false, last: null },
    },
    at: [[archiveId], [archiveId, 'folder'], [archiveId, 'last'], [archiveId, 'isFounded']],
  },
  'inboxes.json': {
    content: { [archiveId]: { folder: '/inbox', taken: [] } },
    at: [[archiveId], [archiveId, 'folder'], [archiveId, 'taken']],
  },
  'export-folder.json': { content: '/exports', at: [[]] },
  'trash-days.json': {
    content: { [archiveId]: { lastDay: null, jumpedTo: null, counted: 0, seenSince: {} } },
    at: [[archiveId], [archiveId, 'counted'], [archiveId, 'seenSince'], [archiveId, 'lastDay']],
  },
  'reading-places.json': { content: { [archiveId]: 7 }, at: [[archiveId], ['__proto__'], ['../x']] },
  'manifests.json': { content: { [archiveId]: 1 }, at: [[archiveId]] },
  'task-days.json': { content: { [archiveId]: '2026-11-30' }, at: [[archiveId]] },
  'window-places.json': {
    content: {
      [archiveId]: {
        view: 'passages',
        articleId: null,
        passageId: null,
        memoId: null,
        tagId: null,
        sourceId: null,
      },
    },
    at: [[archiveId], [archiveId, 'view'], [archiveId, 'articleId'], ['__proto__']],
  },
  'chosen-places.json': { content: ['x'], at: [[]] },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const replaced = (content: unknown, [first, ...rest]: readonly string[], value: unknown): unknown => {
  if (first === undefined) return value;
  const record = isRecord(content) ? content : {};
  return { ...record, [first]: replaced(record[first], rest, value) };
};

export type ForgedFile = { readonly name: string; readonly text: string };

/** Whether that key is a folder. */
const isFolderAt = (name: string, at: readonly string[]): boolean =>
  at.at(-1) === 'folder' || name === 'export-folder.json' || name === 'chosen-places.json';

/** The forged file for that seed. */
export const forgeState = (seed: number): ForgedFile => {
  const chance = createChance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  // Most of them contain a folder.
  const name =
    chance() < 0.5
      ? pick(['recent-archive.json', 'backups.json', 'inboxes.json', 'export-folder.json'])
      : pick(Object.keys(sound));
  if (chance() < 0.12) return { name, text: pick(wholeFiles) };
  const { content = null, at: places = [] } = sound[name] ?? {};
  const at = chance() < 0.6 ? (places.find((each) => isFolderAt(name, each)) ?? pick(places)) : pick(places);
  const folder = pick(hostileFolders);
  const value = isFolderAt(name, at) && chance() < 0.85 ? folder : pick(hostileValues);
  const put = name === 'chosen-places.json' && typeof value === 'string' ? [value] : value;
  return { name, text: JSON.stringify(replaced(content, at, put)) };
};
