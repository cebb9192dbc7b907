import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgementIdSchema, snapshotIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { partsOfForm } from '#domain/memo/export/export-parts.ts';
import { builtInFormIds } from '#domain/memo/form/built-in-form-ids.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { Form } from '#domain/memo/form/form.ts';
import { memoFormatTable } from '#domain/memo/memo-format.ts';
import { layForm } from '#domain/memo/new-memo.ts';
import { snapshotSchema } from '#domain/memo/snapshot/snapshot.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { pdfAlternatives, pdfText } from '../../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../../support/memo/print-memo.ts';
import { materialOf } from '../../../support/memo/written-article.ts';
import { writeMemo } from '../../../support/memo/written-memo.ts';

const judgementId = judgementIdSchema.parse(sampleId(1));

/** A memo as the form begins it, in which nothing was written. */
const dressedIn = (form: Form) => {
  const memo = { ...writeMemo([]), content: layForm(form, judgementId) };
  const material = { ...materialOf([]), form };
  const dressing = { memo, material, draftNumber: null, sentWith: null, manifest: null };
  const document = dressDocument(buildMemoDocument(memo, material), dressing, partsOfForm(form, null));
  return { memo, material, document };
};

let folder: string;
const compile = createTestCompiler();
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const textsOf = async (form: Form, name: string) => {
  const { document } = dressedIn(form);
  const file = join(folder, `${name}.pdf`);
  await printMemo(compile, file, document);
  const docx = await mammoth.extractRawText({ buffer: Buffer.from(await writeMemoDocx(document, 'a4')) });
  return [
    await pdfText(file),
    docx.value,
    writeMemoHtml(document),
    writeMemoMarkdown(document),
    writeMemoText(document),
  ].map((text) => text.replaceAll(/\s+/gu, ' '));
};

describe.each(builtInFormIds)('a memo in the form %s', (id) => {
  it('is a sound file in every format, and prints no prompt', async () => {
    const form = builtInForms[id];
    for (const text of await textsOf(form, id)) {
      for (const { prompt } of form.sections) expect(text).not.toContain(prompt);
      for (const { heading, whenEmpty } of form.sections)
        expect(text.includes(heading) || whenEmpty === '').toBe(true);
    }
  });
});

it('prints “No change.” under each standing heading of a report that says nothing', async () => {
  const standing = builtInForms.sitrep.sections.filter(({ whenEmpty }) => whenEmpty === 'No change.');
  expect(standing).toHaveLength(7);
  for (const text of await textsOf(builtInForms.sitrep, 'empty'))
    expect(text.split('No change.')).toHaveLength(standing.length + 1);
});

it('says what it is on its pages, as the words that it is', async () => {
  const { document } = dressedIn(builtInForms.sitrep);
  const called = { ...document, kind: 'Report <b>#7' };
  const file = join(folder, 'kind.pdf');
  await printMemo(compile, file, called);
  expect(await pdfText(file)).toContain('Report <b>#7');
  expect(writeMemoHtml(called)).toContain('Report &lt;b&gt;#7');
});

it('prints the letterhead above the title in every format, as the words that it is', async () => {
  const form = { ...builtInForms.bluf, letterhead: ' Shipping desk \n\n<b>Floor</b> #7 *' };
  const texts = await textsOf(form, 'letterhead');
  for (const text of texts) expect(text.replaceAll('\\', '')).toContain('Shipping desk');
  const [pdf, docx, html, , plain] = texts;
  for (const text of [pdf, docx, plain]) expect(text).toContain('Shipping desk <b>Floor</b> #7 *');
  expect(html).toContain('&lt;b&gt;Floor&lt;/b&gt; #7 *');
});

describe('a form with a logo', () => {
  const alt = 'Crest of the <harbour> office';
  const bytesOfIcon = () => readFile(join(import.meta.dirname, '../../../../resources/icons/128x128.png'));
  const withLogo = async (letterhead: string): Promise<Form> => {
    const base64 = (await bytesOfIcon()).toString('base64');
    return { ...builtInForms.bluf, letterhead, logo: { mediaType: 'image/png', base64, alt } };
  };

  it('prints it in the PDF with the words that stand for it', async () => {
    const file = join(folder, 'logo.pdf');
    await printMemo(compile, file, dressedIn(await withLogo('Harbour office')).document);
    expect(await pdfAlternatives(file)).toContain(alt);
    // The next memo has none, and the compiler keeps nothing of it.
    await printMemo(compile, file, dressedIn(builtInForms.bluf).document);
    expect(await pdfAlternatives(file)).not.toContain(alt);
  });

  it('carries its bytes into DOCX and HTML as they are, and the same each time', async () => {
    const { document } = dressedIn(await withLogo(''));
    const bytes = await bytesOfIcon();
    const docx = await writeMemoDocx(document, 'a4');
    expect(await writeMemoDocx(document, 'a4')).toEqual(docx);
    const parts = unzipSync(docx);
    const [picture] = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
    expect(Buffer.from(picture?.[1] ?? []).equals(bytes)).toBe(true);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain(
      'descr="Crest of the &lt;harbour&gt; office"',
    );
    const html = writeMemoHtml(document);
    expect(html).toContain(`src="data:image/png;base64,${bytes.toString('base64')}"`);
    expect(html).toContain('alt="Crest of the &lt;harbour&gt; office"');
    expect(html).toContain('img-src data:');
    expect(writeMemoHtml(dressedIn(builtInForms.bluf).document)).not.toContain('img-src');
  });

  it('is told of by the formats that have no pictures', async () => {
    const { document } = dressedIn(await withLogo('Harbour office'));
    for (const text of [writeMemoMarkdown(document), writeMemoText(document)]) {
      expect(text).toContain('Harbour office');
      expect(text).not.toContain('base64');
    }
    for (const format of ['md', 'txt'] as const)
      expect(memoFormatTable[format].cannotCarry).toContain('The logo of the letterhead.');
  });
});

it('is frozen without what an export puts around it, so that the snapshot can be read again', () => {
  const taken = {
    id: snapshotIdSchema.parse(sampleId(2)),
    takenAt: toTimestamp(0),
    cause: 'export' as const,
    exported: null,
  };
  const snapshot = takeSnapshot(dressedIn({ ...builtInForms.sitrep, letterhead: 'Desk' }), taken);
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
});
