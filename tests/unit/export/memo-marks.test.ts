import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { readManifest } from '#electron/export/verify/read-manifest.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import { pdfMetadata, pdfPageTexts } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import { paragraph, quoteBlock, section, writeMemo } from '../../support/memo/written-memo.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';

const compile = createTestCompiler();

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const print = async (document: MemoDocument): Promise<{ bytes: Uint8Array; file: string }> => {
  const file = join(folder, `${newSampleId()}.pdf`);
  return { bytes: await printMemo(compile, file, document), file };
};

const article = writeArticle(['The envoy left on Wednesday.'], ['The envoy left']);
const material = materialOf([article]);
const long = Array.from({ length: 60 }, () => paragraph('It goes on, and on, and on.'));
const memo = writeMemo([section('bottom-line', 'Bottom line', quoteBlock(article, 0), ...long)]);
const document = buildMemoDocument(memo, material);

describe('a memo that no longer stands', () => {
  it('says so on every page, and by what', async () => {
    const status = { word: 'SUPERSEDED', detail: 'by PM-2024-018 of 30 April 2024' };
    const { file } = await print({ ...document, status });
    const pages = await pdfPageTexts(file);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('SUPERSEDED by PM-2024-018 of 30 April 2024');
  });

  it('says nothing of it where it stands', async () => {
    const { file } = await print(document);
    expect((await pdfPageTexts(file)).join('')).not.toMatch(/SUPERSEDED|WITHDRAWN|CORRECTION/u);
  });
});

describe('a manifest', () => {
  const archiveId = archiveIdSchema.parse(newSampleId());

  it('goes with the PDF, which is PDF/UA all the same, and is read back', async () => {
    const manifest = manifestOf(archiveId, sampleSnapshot(memo, material), sha256Of);
    expect(manifest.quotes).toHaveLength(1);
    const { bytes, file } = await print({ ...document, manifest });
    expect(await pdfMetadata(file)).toContain('pdfuaid');
    expect(readManifest(bytes)).toEqual(manifest);
  });

  it.each(['html', 'docx'] as const)('goes with %s, and is read back', async (format) => {
    const manifest = manifestOf(archiveId, sampleSnapshot(memo, material), sha256Of);
    const bytes =
      format === 'html'
        ? Buffer.from(writeMemoHtml({ ...document, manifest }))
        : await writeMemoDocx({ ...document, manifest }, 'a4');
    expect(readManifest(bytes)).toEqual(manifest);
  });

  it('that was cut short or is another program’s is none', () => {
    const manifest = manifestOf(archiveId, sampleSnapshot(memo, material), sha256Of);
    const page = writeMemoHtml({ ...document, manifest });
    expect(readManifest(Buffer.from(page.replace('precis-manifest&quot;,', 'other&quot;,')))).toBeNull();
    expect(readManifest(Buffer.from(page.replace('&quot;quotes&quot;', '&quot;quot')))).toBeNull();
  });

  it('is not found where a file has none', async () => {
    const { bytes } = await print(document);
    expect(readManifest(bytes)).toBeNull();
    expect(readManifest(Buffer.from('no file of ours'))).toBeNull();
    expect(readManifest(Buffer.from(writeMemoHtml(document)))).toBeNull();
    expect(readManifest(await writeMemoDocx(document, 'a4'))).toBeNull();
    expect(readManifest(Buffer.from('PK cut off'))).toBeNull();
    expect(readManifest(Buffer.from(''))).toBeNull();
  });
});
