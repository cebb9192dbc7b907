import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileKinds, jsonSchemaOf } from '#domain/archive/content/json-schema.ts';
import { migrations, newestVersion } from '#domain/archive/content/migrations.ts';

// The shapes as they are published. `npm run schemas` writes them anew.

const folder = join(import.meta.dirname, '../../../../docs/schemas');

describe('the published schemas', () => {
  it.each(fileKinds)('say what a file of kind %s is today', async (kind) => {
    const text = `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(folder, `${kind}.schema.json`));
  });

  it('are of the kinds of files that there are, and of no other', async () => {
    const published = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    expect(published.sort()).toEqual(fileKinds.map((kind) => `${kind}.schema.json`).sort());
  });

  it('refuse a key that is not known, and name what has to be there', () => {
    expect(jsonSchemaOf('archive')).toMatchObject({
      title: 'archive.json, version 2',
      type: 'object',
      additionalProperties: false,
      required: ['format', 'version', 'id', 'title', 'createdAt', 'encryption'],
    });
  });
});

/** The hash of each shape by the version under which it was published: builds of that version read it so for ever. */
type Published = Readonly<Record<string, Readonly<Record<string, string>>>>;

const publishedFile = join(folder, 'published/shapes.json');
const readPublished = async (): Promise<Published> => JSON.parse(await readFile(publishedFile, 'utf8'));
const hashOf = (kind: (typeof fileKinds)[number]): string =>
  createHash('sha256')
    .update(JSON.stringify(jsonSchemaOf(kind)))
    .digest('hex');
/** Set by `npm run schemas`, which publishes new versions and changes none that is published. */
const publishes = process.env.PUBLISH_SHAPES === '1';

describe('a shape that is published', () => {
  it.each(fileKinds)('changes with its version alone: %s', async (kind) => {
    const published = await readPublished();
    const version = String(newestVersion(migrations[kind]));
    const known = published[kind]?.[version];
    if (known === undefined && publishes) {
      const added = { ...published, [kind]: { ...published[kind], [version]: hashOf(kind) } };
      await writeFile(publishedFile, `${JSON.stringify(added, null, 2)}\n`);
      return;
    }
    expect(known, `publish version ${version} of ${kind} with npm run schemas`).toBeDefined();
    expect(
      hashOf(kind),
      `the shape of ${kind} is not that of version ${version} any more: add a migration, or builds of before call the file damaged`,
    ).toBe(known);
  });
});

describe('the page on the format', () => {
  const names: Partial<Record<(typeof fileKinds)[number], string>> = {
    snapshot: 'a snapshot',
    form: 'a form',
    'event-shard': '`events/<number>.json`',
  };

  it.each(fileKinds.filter((kind) => newestVersion(migrations[kind]) > 1))(
    'names the newest version of %s, and no later one',
    async (kind) => {
      const page = await readFile(join(folder, '../archive-format.md'), 'utf8');
      const name = names[kind] ?? `\`${kind === 'deletion' ? 'deleted' : kind}.json\``;
      const versions = page
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .filter(([, file]) => file === name)
        .map(([, , version]) => Number(version))
        .filter(Number.isInteger);
      expect(Math.max(...versions)).toBe(newestVersion(migrations[kind]));
    },
  );
});
