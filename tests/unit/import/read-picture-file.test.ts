import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { readPictureFile } from '#electron/import/read-picture-file.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const reading = async (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readPictureFile(path);
};
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('a picture that is chosen', () => {
  it('is known by its bytes, whatever it is called', async () => {
    expect(await reading('crest.jpg', png)).toMatchObject({
      value: { fileName: 'crest.jpg', mediaType: 'image/png' },
    });
    const svg = '<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await reading('crest.png', svg)).toMatchObject({ value: { mediaType: 'image/svg+xml' } });
  });

  it.each([
    ['page.svg', '<html><body><svg></svg></body></html>', 'no-picture'],
    ['empty.png', '', 'no-picture'],
    ['large.png', new Uint8Array(MAX_LOGO_BYTES + 1), 'too-large'],
  ] as const)('is refused in words where it is none: %s', async (name, bytes, why) => {
    expect(await reading(name, bytes)).toEqual({
      ok: false,
      error: { code: 'picture-unusable', file: name, why },
    });
  });

  it('is not looked for in a folder', async () => {
    expect(await readPictureFile(folder)).toEqual({ ok: false, error: { code: 'file-is-folder' } });
  });
});
