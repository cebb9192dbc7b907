/**
 * What each format of a memo promises; a format that is added to the table does not compile without its reader here.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { type MemoFormat, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { ok } from '#domain/result.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import type { MadeFile } from '#electron/ports/memo-writer.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { pdfText } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import {
  exportedFormatMemo,
  headingsOfFormatMemo,
  quotesOfFormatMemo,
} from '../../support/memo/format-memo.ts';
import { createTestCompiler } from '../../support/memo/print-memo.ts';
import { succeed } from '../../support/workbench/results.ts';
import { parseMarkdown, textOf } from './formats/read-markdown.ts';

const compile = createTestCompiler();
const writers = createMemoWriters(
  {
    make: async (document, options) => {
      const made = makeMemoPdf(compile, document, options);
      return made.ok ? ok({ ...made.value, pages: made.value.pages }) : made;
    },
    warmUp: () => undefined,
    close: async () => undefined,
  },
  newSampleId,
);
const { DOMParser } = new JSDOM().window;

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const inDom = (text: string, type: 'text/html' | 'application/xml') =>
  new DOMParser().parseFromString(text, type);

/** What whoever opens a file of the format reads in it. */
const readers: { readonly [F in MemoFormat]: (bytes: Uint8Array) => Promise<string> } = {
  async pdf(bytes) {
    const file = join(folder, `${newSampleId()}.pdf`);
    await writeFile(file, bytes);
    return pdfText(file);
  },
  docx: async (bytes) =>
    ['word/document.xml', 'word/footnotes.xml', 'word/header1.xml']
      .map((part) => inDom(docxPart(bytes, part), 'application/xml').documentElement.textContent)
      .join(' '),
  html: async (bytes) => inDom(asText(bytes), 'text/html').body.textContent,
  md: async (bytes) => textOf(parseMarkdown(asText(bytes))),
  txt: async (bytes) => asText(bytes),
};

const options: PdfOptions = { paper: 'a4', glyphs: 'refuse' };
const write = async (format: MemoFormat, document: MemoDocument): Promise<MadeFile> =>
  succeed(await writers[format].write(document, options));

/** What stands in the annex is another matter. */
const ownHeadings = headingsOfFormatMemo.filter((heading) => !heading.startsWith('Annex'));

/** Lines are broken where the format likes. */
const flat = (text: string): string => text.replace(/\s+/gu, ' ');
const read = async (format: MemoFormat, document: MemoDocument): Promise<string> =>
  flat(await readers[format]((await write(format, document)).bytes));

describe.each(memoFormats)('a memo as %s', (format) => {
  const memo = exportedFormatMemo({}, { marking: { kind: 'tlp', label: 'TLP:AMBER' } });

  it('has every quotation to the character, and its source', async () => {
    const text = await read(format, memo);
    // Arabic letters stand in a PDF in the order of the line.
    const quotes = quotesOfFormatMemo.filter(
      (quote) => format !== 'pdf' || /^[\p{Script=Latin}\P{L}]+$/u.test(quote),
    );
    expect(quotes.length).toBeGreaterThan(3);
    for (const quote of quotes) expect(text).toContain(flat(quote));
    expect(text).toMatch(/\[1 ¶\d/u);
  });

  it('has its sections in their order, its marking and its restrictions', async () => {
    const text = await read(format, memo);
    const places = ownHeadings.map((heading) => text.lastIndexOf(heading));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('TLP:AMBER');
    expect(text).toContain('Not to the press');
  });

  it('says how many pages it has where it has pages that are known', async () => {
    const { pages } = await write(format, memo);
    expect(pages === null ? format !== 'pdf' : pages > 0).toBe(true);
    expect(memoFormatTable[format].hasPaper || pages === null).toBe(true);
  });

  it('is the same file for the same memo', async () => {
    const [first, second] = [await write(format, memo), await write(format, memo)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
