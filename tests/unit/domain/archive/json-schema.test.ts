import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileKinds, jsonSchemaOf } from '#domain/archive/content/json-schema.ts';

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
