import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOcrHandlers } from '#electron/handlers/ocr/ocr-handlers.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
benchForEach((opened) => {
  bench = opened;
});

const inParent = (...names: readonly string[]): string => join(bench.archive.folder, '..', ...names);
beforeEach(() => mkdir(inParent('chosen')));

/** The use cases with a dialog in which the file of a name is chosen. */
const choosing = (name: string | null) =>
  createOcrHandlers({
    ...bench.deps,
    desktop: {
      ...bench.deps.desktop,
      chooseOcrLanguage: async () => (name === null ? null : inParent('chosen', name)),
    },
  });
const write = (name: string, bytes: Uint8Array) => writeFile(inParent('chosen', name), bytes);
const fileOf = (language: string) => readFile(inParent('user-data/ocr', `${language}.traineddata.gz`));

const PARTS = 24;
/** Language data whose table names the parts, and whose parts say `text`. */
const languageData = (parts: readonly number[], text = 'the data of a language') => {
  const table = Buffer.alloc(4 + 8 * PARTS, 0xff);
  table.writeInt32LE(PARTS, 0);
  for (const part of parts) table.writeBigInt64LE(BigInt(table.length), 4 + 8 * part);
  return Buffer.concat([table, Buffer.from(text)]);
};
const withNetwork = (text?: string) => languageData([0, 17, 21], text);

describe('a language for OCR from a file', () => {
  it('is checked, kept gzipped beside the settings, listed, replaced and taken back', async () => {
    await write('fra.traineddata', withNetwork('first'));
    const handlers = choosing('fra.traineddata');
    const { language, bytes } = succeed(await handlers['ocr:add-language']({}));
    expect(language).toBe('fra');
    expect(gunzipSync(await fileOf('fra'))).toEqual(withNetwork('first'));
    expect(succeed(await handlers['ocr:languages']({}))).toEqual([{ language: 'fra', bytes }]);

    await write('fra.traineddata', withNetwork('second'));
    succeed(await handlers['ocr:add-language']({}));
    succeed(await handlers['ocr:put-back']({ language: 'fra' }));
    expect(gunzipSync(await fileOf('fra'))).toEqual(withNetwork('first'));

    succeed(await handlers['ocr:remove-language']({ language: 'fra' }));
    expect(succeed(await handlers['ocr:languages']({}))).toEqual([]);
    succeed(await handlers['ocr:put-back']({ language: 'fra' }));
    expect(succeed(await handlers['ocr:languages']({}))).toHaveLength(1);
  });

  it('that is gzipped is kept as it is', async () => {
    const gzipped = gzipSync(withNetwork());
    await write('chi_sim.traineddata.gz', gzipped);
    expect(succeed(await choosing('chi_sim.traineddata.gz')['ocr:add-language']({}))).toEqual({
      language: 'chi_sim',
      bytes: gzipped.length,
    });
    expect(await fileOf('chi_sim')).toEqual(gzipped);
  });

  it.each([
    ['a name without a language', 'French data.traineddata', withNetwork(), 'no-language-name'],
    ['the second download of a name', 'fra (1).traineddata', withNetwork(), 'no-language-name'],
    ['a language that ships', 'eng.traineddata', withNetwork(), 'comes-with-app'],
    ['an empty file', 'fra.traineddata', Buffer.alloc(0), 'not-language-data'],
    ['a page of an error', 'fra.traineddata', Buffer.from('<!DOCTYPE html><p>404'), 'not-language-data'],
    ['a file cut short', 'fra.traineddata', withNetwork().subarray(0, 196), 'not-language-data'],
    ['half a gzip', 'fra.traineddata.gz', gzipSync(withNetwork()).subarray(0, 40), 'not-language-data'],
    ['data for the old engine', 'fra.traineddata', languageData([0, 4, 5]), 'no-network'],
    [
      'a gzip that grows past all bounds',
      'fra.traineddata.gz',
      gzipSync(Buffer.alloc(129 * 1024 * 1024)),
      'too-large',
    ],
  ])('is refused: %s', async (_, name, bytes, why) => {
    await write(name, bytes);
    const handlers = choosing(name);
    const added = await handlers['ocr:add-language']({});
    expect(added).toEqual({ ok: false, error: { code: 'ocr-language-refused', file: name, why } });
    expect(succeed(await handlers['ocr:languages']({}))).toEqual([]);
  });

  it('is refused as any file is that has gone', async () => {
    expect(codeOf(await choosing('fra.traineddata')['ocr:add-language']({}))).toBe('file-missing');
    expect(codeOf(await choosing(null)['ocr:add-language']({}))).toBe('cancelled');
    expect(codeOf(await choosing(null)['ocr:put-back']({ language: 'fra' }))).toBe('nothing-to-undo');
  });

  it('is listed also where it was laid there by hand, and nothing else that lies there', async () => {
    await mkdir(inParent('user-data/ocr/ita.traineddata.gz'), { recursive: true });
    for (const name of ['fra.traineddata.gz', 'spa.traineddata', 'eng.traineddata.gz', 'notes.txt'])
      await writeFile(inParent('user-data/ocr', name), withNetwork());
    const listed = succeed(await choosing(null)['ocr:languages']({}));
    expect(listed.map(({ language }) => language)).toEqual(['fra']);
  });
});
