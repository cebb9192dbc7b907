// What applies where nothing is said otherwise, as pages, help and man page name it, against the code that applies it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#domain/contract/settings.ts';
import { startingSet } from '#domain/passage/label.ts';
import { chooseArchive } from '#electron/app/archive/archive-choice.ts';
import { loadCommand, loadCommands } from '#electron/cli/commands/command-table.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { inProject } from '../../../scripts/run/paths.mjs';
import { newSampleId } from '../../support/archive/sample-ids.ts';

const pages = ['README.md', 'SECURITY.md', ...readdirSync(inProject('docs'))].filter((name) =>
  name.endsWith('.md'),
);
const textOf = (page: string): string => {
  const isAtRoot = page === 'README.md' || page === 'SECURITY.md';
  return readFileSync(inProject(isAtRoot ? page : join('docs', page)), 'utf8').replaceAll(/\s+/gu, ' ');
};

/** What a command reads where its options are left out. */
const readWithout = async (name: Parameters<typeof loadCommand>[0], values: object): Promise<object> =>
  (await loadCommand(name)).read(values).input;

const anId = newSampleId();

const octal = (mode: number): string => `0${mode.toString(8)}`;
const usualArchive = chooseArchive(
  null,
  { folder: null },
  { places: { fault: () => null }, documents: () => '/home/ada/Documents' },
);

const imported = (await readWithout('import-from', { words: ['zotero', 'items.json'] })) as {
  readonly label: string;
};

/** What a page says applies at first, and what does. */
const held: readonly (readonly [page: string, pattern: RegExp, values: readonly string[]])[] = [
  [
    'README.md',
    /you choose: `([^`]+)` in your documents at first/u,
    [usualArchive.folder.split('/').at(-1) ?? ''],
  ],
  ['administration.md', /\(Settings, (\d+) minutes at first\)/u, [String(defaultSettings.lockAfterMinutes)]],
  [
    'other-tools.md',
    /that you choose, by default \*([^*]+)\*/u,
    [startingSet.named(imported.label)?.name ?? ''],
  ],
  ['reference.md', /follow a pattern in Settings: `([^`]+)`/u, [defaultSettings.exportName]],
  [
    'accessibility.md',
    /with the usual settings declares PDF\/(UA-1)/u,
    [defaultSettings.pdfStandard.toUpperCase()],
  ],
  [
    'archive-format.md',
    /only by their owner \((\d+), folders (\d+)\), unless the setting for shared folders/u,
    defaultSettings.isArchiveShared ? [] : [octal(privateModes.file), octal(privateModes.folder)],
  ],
];

/** What is no default of the app. */
const noDefaults = [
  /nothing but Git, Node and its npm is there at first/u,
  /someone has to look at first waits as a draft/u,
];
const wordsOfDefaults = /\bby default\b|\bat first\b|\bthe usual settings\b/giu;

/**
 * What each option that names a default leaves a command with, when it is left out; `null` is for the command to find
 * out: the day, the newest backup, the folder of the settings.
 */
const options: Readonly<
  Record<string, readonly [left: object, field: string, value: string | number | null]>
> = {
  'memo new --template': [{ words: [], title: 'Transits', empty: true }, 'template', 'bluf'],
  'memo new --language': [{ words: [], title: 'Transits', empty: true }, 'language', null],
  'memo update --kind': [{ words: [anId] }, 'kind', 'update'],
  'memo send --on': [{ words: [anId], to: ['Desk'] }, 'on', null],
  'export --paper': [{ words: [anId], to: 'memo.pdf' }, 'paper', 'a4'],
  'search --limit': [{ words: ['harbour'] }, 'limit', 20],
  'import-from --label': [{ words: ['zotero', 'items.json'] }, 'label', 'context'],
  'annotate --label': [{ words: [anId], quote: ['ships'] }, 'label', 'claim'],
  'backup --to': [{ words: [] }, 'to', null],
  'backups --from': [{ words: [] }, 'from', null],
  'encrypt-backups --from': [{ words: [], 'accept-deletion': true }, 'from', null],
  'restore --snapshot': [{ words: [], from: 'backups', to: 'new' }, 'snapshot', null],
};

/** The value of a field, wherever in what was read it stands. */
const fieldOf = (read: unknown, field: string): unknown => {
  if (typeof read !== 'object' || read === null) return undefined;
  if (field in read) return (read as Readonly<Record<string, unknown>>)[field];
  return Object.values(read)
    .map((value) => fieldOf(value, field))
    .find((value) => value !== undefined);
};

describe('a default that a page names', () => {
  it.each(held)('in %s by %s is that of the code', (page, pattern, values) => {
    expect(pattern.exec(textOf(page))?.slice(1)).toEqual(values);
  });

  it.each(pages)('in %s is held against the code', (page) => {
    const known = [...held.filter(([of]) => of === page).map(([, pattern]) => pattern), ...noDefaults];
    const rest = known.reduce((text, pattern) => text.replace(pattern, '…'), textOf(page));
    const named = [...rest.matchAll(wordsOfDefaults)];
    expect(named.map(({ index }) => rest.slice(Math.max(0, index - 40), index + 40))).toEqual([]);
  });
});

const named = (await loadCommands()).flatMap(({ name, options: all }) =>
  Object.entries(all).flatMap(([option, { says }]) => {
    const [, value = null] = /by default (.+)$/u.exec(says) ?? [];
    return value === null ? [] : [{ name, option, value }];
  }),
);

describe('a default that an option names', () => {
  it('is held for each of them', () => {
    expect(named.map(({ name, option }) => `${name} --${option}`).toSorted()).toEqual(
      Object.keys(options).toSorted(),
    );
  });

  it.each(named)('is what $name reads without --$option', async ({ name, option, value: said }) => {
    const [left, field, expected] = options[`${name} --${option}`] ?? [{}, '', null];
    const read = await readWithout(name, left);
    expect(fieldOf(read, field) ?? null).toBe(expected);
    if (expected !== null) expect(said).toBe(String(expected));
  });
});
