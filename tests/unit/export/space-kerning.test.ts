import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { withoutSpaceKerning } from '#electron/export/pdf/space-kerning.ts';
import { createTypstCompiler, readTypstResources } from '#electron/export/typst/compile-typst.ts';
import { longMemo } from '../../bench/long-memo.ts';
import { pdfWords } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

const resources = join(import.meta.dirname, '../../../resources');
const read = (name: string): Buffer => readFileSync(join(resources, 'fonts', name));
const serif = read('source-serif-4-regular.ttf');

/** Where a table of a font begins and ends. */
const tableAt = (font: Buffer, tag: string): readonly [number, number] => {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const start = font.readUInt32BE(at + 8);
    return [start, start + font.readUInt32BE(at + 12)];
  }
  return [0, 0];
};

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

/** The words of one line, set in the fonts as they are given. */
const wordsOf = async (line: string, fonts: readonly Buffer[]) => {
  const app = readTypstResources(resources);
  const memo = {
    ...longMemo(),
    sections: [
      {
        role: 'own' as const,
        heading: 'A',
        blocks: [{ kind: 'paragraph' as const, runs: [{ kind: 'text' as const, text: line }] }],
      },
    ],
    sources: [],
  };
  const made = makeMemoPdf(createTypstCompiler({ ...app, fonts }), memo, {
    paper: 'a4',
    glyphs: 'refuse',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const file = join(folder, 'line.pdf');
  await writeFile(file, made.value.pdf);
  return (await pdfWords(file, 1)).filter(({ word }) => line.split(' ').includes(word));
};

describe('a font without kerning at spaces', () => {
  it('differs in a few values of its kerning and in nothing else', () => {
    const changed = withoutSpaceKerning(serif);
    const [start, end] = tableAt(serif, 'GPOS');
    const places = Array.from(serif.keys()).filter((at) => serif[at] !== changed[at]);
    expect(places.length).toBeGreaterThan(20);
    expect(places.length).toBeLessThan(600);
    expect(places.every((at) => at >= start && at < end && changed[at] === 0)).toBe(true);
    expect(changed.length).toBe(serif.length);
  });

  it('keeps the pairs of letters, and moves what follows a space by a trifle', async () => {
    const { fonts } = readTypstResources(resources);
    const originals = [
      'source-serif-4-regular.ttf',
      'inter-regular.ttf',
      'inter-semibold.ttf',
      'source-serif-4-semibold.ttf',
    ].map(read);
    const line = 'AVATAR Towards YAWL TVTo. Wavy';
    const [before, after] = [await wordsOf(line, originals), await wordsOf(line, fonts)];
    expect(after.map(({ word }) => word)).toEqual(before.map(({ word }) => word));
    const width = (words: typeof before) => words.map(({ x, right }) => right - x);
    width(after).forEach((each, at) => {
      expect(each).toBeCloseTo(width(before)[at] ?? 0, 3);
    });
    const moved = after.map(({ x }, at) => Math.abs(x - (before[at]?.x ?? 0)));
    expect(Math.max(...moved)).toBeGreaterThan(0);
    expect(Math.max(...moved)).toBeLessThan(1.5);
  });

  it.each([
    'inter-regular.ttf',
    'amiri-regular.ttf',
    'noto-serif-hebrew-regular.ttf',
    'source-serif-4-italic.ttf',
  ])('can be made of %s, and again of itself', (name) => {
    const once = withoutSpaceKerning(read(name));
    expect(Buffer.compare(withoutSpaceKerning(once), once)).toBe(0);
  });

  it('leaves alone what is no font', () => {
    const noFont = Buffer.from('no');
    expect(withoutSpaceKerning(noFont)).toBe(noFont);
  });
});
