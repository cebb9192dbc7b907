// A build that is to come must read what the newest one writes, which only an archive made by it proves.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations, newestVersion } from '#domain/archive/content/migrations.ts';
import { frozenArchives, newestFrozen } from '../../support/archives/frozen-archives.ts';

type Kind = keyof typeof migrations;

/** The kinds of files that the acts of `npm run freeze` make none of. */
const unmade: readonly Kind[] = ['conflicts', 'event-shard', 'deletion'];
const kindOfFolder: Readonly<Record<string, Kind>> = {
  boards: 'board',
  templates: 'form',
  snapshots: 'snapshot',
};

const versionOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')).version;

/** The version of each kind of file in the newest frozen archive. */
const frozenVersions = (): Readonly<Record<string, unknown>> => {
  const folder = join(frozenArchives, newestFrozen);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && !file.startsWith('trash'),
  );
  return Object.fromEntries(
    files.map((file) => [
      kindOfFolder[basename(dirname(file))] ?? basename(file, '.json'),
      versionOf(join(folder, file)),
    ]),
  );
};

it('has an archive of the newest version of each file: npm run freeze makes it', () => {
  const newest = Object.fromEntries(
    Object.entries(migrations)
      .filter(([kind]) => !unmade.some((each) => each === kind))
      .map(([kind, list]) => [kind, newestVersion(list)]),
  );
  expect(frozenVersions()).toEqual(newest);
});
