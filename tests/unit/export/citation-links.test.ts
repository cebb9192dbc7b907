import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBlock, Pinpoint } from '#domain/memo/memo-document.ts';
import { readPdfFile, writePdfFile } from '#electron/export/pdf/file/pdf-file.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { longMemo } from '../../bench/long-memo.ts';
import { checkPdf, type PdfLink, pdfLinks, pdfMetadata, pdfWords } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';

const compile = createTestCompiler();
const a4Height = 841.89;

let folder = '';
let pdf = new Uint8Array();
let file = '';
let links: readonly PdfLink[] = [];
const long = longMemo();
const memo = { ...long, sections: long.sections.slice(0, 5) };
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  file = join(folder, 'long.pdf');
  pdf = new Uint8Array(await printMemo(compile, file, memo));
  links = await pdfLinks(file);
});
afterAll(() => removeFolder(folder));

const citedPlace = /^Source (\d+), paragraph (\d+)$/;
const citations = () =>
  links.flatMap(({ name, page, to }) => {
    const match = citedPlace.exec(name);
    return match === null ? [] : [{ page, to, source: Number(match[1]), paragraph: Number(match[2]) }];
  });
const pinpointsOf = (block: DocumentBlock): readonly Pinpoint[] => {
  if (block.kind === 'quotation') return [block.pinpoint];
  const runs = block.kind === 'paragraph' ? block.runs : block.kind === 'judgement' ? block.statement : [];
  return runs.flatMap((run) => (run.kind === 'citation' ? run.pinpoints : []));
};
const cited = memo.sections
  .flatMap(({ blocks }) => blocks.flatMap(pinpointsOf))
  .map(({ source, paragraph }) => `${source} ¶${paragraph}`);

const read = new Map<number, ReturnType<typeof pdfWords>>();
const wordsOf = (page: number): ReturnType<typeof pdfWords> => {
  const words = read.get(page) ?? pdfWords(file, page);
  read.set(page, words);
  return words;
};

describe('the citations of a printed memo', () => {
  it('are all links, each named for those who hear it, in the order of the memo', () => {
    expect(cited.length).toBeGreaterThan(60);
    expect(
      citations()
        .map(({ source, paragraph }) => `${source} ¶${paragraph}`)
        .toSorted(),
    ).toEqual(cited.toSorted());
  });

  it('lead to the entry of their source, a little above its number', async () => {
    const places = new Map(citations().map(({ source, to }) => [source, to]));
    expect(places.size).toBeGreaterThan(20);
    for (const { source, to } of citations()) expect(to).toEqual(places.get(source));
    for (const [source, to] of places) {
      const { page, x, y } = to ?? { page: 1, x: 0, y: 0 };
      const words = await wordsOf(page);
      const first = words.find((word) => word.x < x && word.bottom > a4Height - y + 10);
      expect(first?.word).toBe(String(source));
    }
  });

  it('stand in the tree of tags with all other links', async () => {
    expect(links.filter(({ isTagged }) => !isTagged)).toEqual([]);
    expect(await pdfMetadata(file)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    await checkPdf(file);
  });

  it('leave no link that leads nowhere', () => {
    const within = links.filter(({ name }) => !name.startsWith('http'));
    expect(within.length).toBeGreaterThan(cited.length);
    for (const { name, to } of within) {
      expect(to?.page, name).toBeGreaterThan(0);
      expect(to?.y, name).toBeGreaterThan(0);
    }
  });
});

describe('the objects of a PDF', () => {
  it('are written back to the byte as they were read', () => {
    expect(Buffer.compare(writePdfFile(readPdfFile(pdf)), pdf)).toBe(0);
  });

  it('are refused where they do not stand in a plain table', () => {
    expect(() => readPdfFile(new TextEncoder().encode('%PDF-1.7\nstartxref\n5\n%%EOF'))).toThrow(
      /plain table/,
    );
  });

  it('keep a citation of a source that is not listed from being written', () => {
    const unlisted = { ...memo, sources: memo.sources.slice(1) };
    const made = makeMemoPdf(compile, unlisted, { paper: 'a4', glyphs: 'refuse' });
    expect(made).toEqual({
      ok: false,
      error: { code: 'pdf-failed', diagnostics: ['source 1 is cited and not listed'] },
    });
  });
});
