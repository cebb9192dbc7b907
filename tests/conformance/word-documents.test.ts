import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportParts } from '#domain/memo/export/export-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { isOnPath } from '../../scripts/setup/system-packages.mjs';
import { docxPart } from '../support/files/read-docx.ts';
import { pdfPageTexts } from '../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { exportedFormatMemo, formatMemo, memoWithWideTable } from '../support/memo/format-memo.ts';

// A Word document as LibreOffice opens it: without repair, and with all its words on paper.

const TIMEOUT_MS = 120_000;
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

/**
 * The pages of the PDF that LibreOffice makes of the document, cell after cell: one that runs on is not cut by the
 * next.
 */
const convert = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const file = join(folder, `${name}.docx`);
  await writeFile(file, bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', folder];
  await run('soffice', [...words, file]);
  expect((await readFile(join(folder, `${name}.pdf`), 'latin1')).startsWith('%PDF')).toBe(true);
  return pdfPageTexts(join(folder, `${name}.pdf`), { raw: true });
};

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const squeeze = (text: string): string => text.replaceAll(/[\s\u00AD\u200E\u200F]+/gu, '');
const readXml = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The words of the document, run by run. A PDF has those that run from right to left in the order of the page. */
const wordsOf = (bytes: Uint8Array): readonly string[] =>
  ['word/document.xml', 'word/footnotes.xml'].flatMap((name) =>
    [...docxPart(bytes, name).matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/gu)]
      .map(([, text = '']) => squeeze(readXml(text)))
      .filter((text) => text.length > 1 && !rightToLeft.test(text)),
  );

const longMemo = (): MemoDocument => {
  const memo = formatMemo();
  const [first, ...rest] = memo.sections;
  const again = Array.from({ length: 20 }, () => rest).flat();
  return first === undefined ? memo : { ...memo, sections: [first, ...again] };
};

const allParts: Partial<ExportParts> = {
  annex: true,
  hashes: true,
  key: 'end',
  portionMarks: true,
  lineNumbers: true,
  distribution: ['Director', 'Trade desk'],
  copyNumber: '3 of 12',
};

describe.runIf(isOnPath('soffice'))('a memo as a Word document, opened by LibreOffice', () => {
  it.each([
    ['short', formatMemo(), 'a4', 1],
    ['with all parts', exportedFormatMemo(allParts), 'a4', 3],
    ['long', longMemo(), 'letter', 8],
  ] as const)(
    'holds the same words, and the marking on each page: %s',
    async (name, document, paper, leastPages) => {
      const bytes = await writeMemoDocx(document, paper);
      const pages = await convert(name, bytes);
      expect(pages.length).toBeGreaterThanOrEqual(leastPages);
      const all = squeeze(pages.join(''));
      const words = wordsOf(bytes);
      expect(words).toEqual(expect.arrayContaining(['Bottomline', 'Another.']));
      expect(words.filter((each) => !all.includes(each))).toEqual([]);
      for (const page of pages) expect(page.split('TLP:AMBER').length - 1).toBeGreaterThanOrEqual(2);
    },
    TIMEOUT_MS,
  );

  it(
    'holds its figures, and turns the page of a table that is wider than a page',
    async () => {
      const pages = await convert('wide', await writeMemoDocx(memoWithWideTable(), 'a4'));
      const at = (words: string): number => pages.findIndex((page) => squeeze(page).includes(words));
      expect(at('Before.')).toBe(0);
      expect(at('Callsbymonth')).toBe(1);
      expect(at('Source:Harbourregister')).toBe(0);
      expect(at('After.')).toBe(2);
      const file = join(folder, 'wide.pdf');
      const { stdout: pictures } = await run('pdfimages', ['-list', file]);
      expect(pictures).toMatch(/^\s+1\s+0 image\s+640\s+400/mu);
      const { stdout: sizes } = await run('pdfinfo', ['-f', '1', '-l', '3', file]);
      expect([...sizes.matchAll(/size:\s+(\d+)[\d.]* x (\d+)/gu)].map(([, ...size]) => size)).toEqual([
        ['595', '841'],
        ['841', '595'],
        ['595', '841'],
      ]);
    },
    TIMEOUT_MS,
  );
});
