import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoInline } from '#domain/memo/memo-content.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { readManifest } from '#electron/export/verify/read-manifest.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import {
  pdfAttachments,
  pdfFontPrograms,
  pdfInfo,
  pdfLinks,
  pdfMetadata,
  pdfStructure,
} from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../support/memo/written-memo.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';

const compile = createTestCompiler();
const note: MemoInline = { type: 'footnote', attrs: { text: 'By partner.' } };
const article = writeArticle(['The envoy left on Wednesday.'], ['The envoy left on Wednesday']);
const material = materialOf([article]);
const memo = writeMemo([
  section('key-judgements', 'Key judgements', judgement(['It is likely that he left.', cite(article, 0)])),
  section('analysis', 'Analysis', paragraph('So it stands', note, ' שלום.'), quoteBlock(article, 0)),
]);
const manifest = manifestOf(archiveIdSchema.parse(newSampleId()), sampleSnapshot(memo, material), sha256Of);
const document = { ...buildMemoDocument(memo, material), manifest };
const archival = { paper: 'a4', glyphs: 'refuse', standard: 'a-2b' } as const;

let folder = '';
let file = '';
let pdf = new Uint8Array();
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  file = join(folder, 'archival.pdf');
  pdf = new Uint8Array(await printMemo(compile, file, document, archival));
});
afterAll(() => removeFolder(folder));

describe('a memo as PDF/A-2b', () => {
  it('claims that standard alone, by its metadata', async () => {
    const metadata = await pdfMetadata(file);
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(metadata).not.toContain('pdfuaid');
    expect(await pdfInfo(file)).toMatchObject({ Title: document.title, Encrypted: 'no', JavaScript: 'no' });
  });

  it('says what its colours are, and asks for no transparency', () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/\/Type \/OutputIntent[^>]*\/S \/GTS_PDFA1/u);
    expect(text).toMatch(/\/DestOutputProfile \d+ 0 R/u);
    expect(text).not.toMatch(/\/SMask|\/BM \/(?!Normal)|\/ca 0|\/CA 0/u);
  });

  it('has every font in it', async () => {
    const { whole, lacking } = await pdfFontPrograms(file);
    expect(whole.length).toBeGreaterThan(3);
    expect(lacking).toEqual([]);
  });

  it('has nothing attached, and carries what it is checked by all the same', async () => {
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/EmbeddedFile|\/AF\b/u);
    expect(await pdfAttachments(file)).toBe(0);
    expect(readManifest(pdf)).toEqual(manifest);
  });

  it('leads from citations and footnotes to where they belong, and keeps its tags', async () => {
    const names = (await pdfLinks(file)).map(({ name, to }) => `${name} on ${to?.page}`);
    expect(names).toContain('Source 1, paragraph 1 on 1');
    expect(names.filter((name) => name === 'Footnote a on 1')).toHaveLength(2);
    expect(await pdfStructure(file)).toMatch(/BlockQuote[\s\S]*Note|Note[\s\S]*BlockQuote/u);
  });

  it('is the same to the byte for the same memo', () => {
    const again = makeMemoPdf(compile, document, archival);
    expect(again.ok && Buffer.compare(again.value.pdf, pdf)).toBe(0);
  });

  it('names a character that no font has', () => {
    const thaana = { ...document, title: 'ދިވެހި' };
    const made = makeMemoPdf(compile, thaana, archival);
    expect(made).toMatchObject({ ok: false, error: { code: 'missing-glyphs' } });
  });
});

describe('a memo as PDF/A-3a and PDF/UA-1', () => {
  const both = { ...archival, standard: 'a-3a' } as const;
  let made = '';
  beforeAll(async () => {
    made = join(folder, 'both.pdf');
    await printMemo(compile, made, document, both);
  });

  it('claims both, and declares the second claim as the first one wants it', async () => {
    const metadata = await pdfMetadata(made);
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('shows its title, and is the same to the byte for the same memo', async () => {
    const bytes = await readFile(made);
    expect(bytes.toString('latin1')).toContain('/DisplayDocTitle true');
    const again = makeMemoPdf(compile, document, both);
    expect(again.ok && Buffer.compare(again.value.pdf, bytes)).toBe(0);
    expect(readManifest(new Uint8Array(bytes))).toEqual(manifest);
  });

  it('names a character that no font has', () => {
    const thaana = { ...document, title: 'ދިވެހި' };
    expect(makeMemoPdf(compile, thaana, both)).toMatchObject({
      ok: false,
      error: { code: 'missing-glyphs' },
    });
  });
});
