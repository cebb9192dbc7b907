import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgementIdSchema, snapshotIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { partsOfForm } from '#domain/memo/export/export-parts.ts';
import { builtInFormIds } from '#domain/memo/form/built-in/built-in-form-ids.ts';
import { builtInForms } from '#domain/memo/form/built-in/built-in-forms.ts';
import type { Form } from '#domain/memo/form/form.ts';
import { layForm } from '#domain/memo/form/lay-form.ts';
import { snapshotSchema } from '#domain/memo/snapshot/snapshot.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { sampleId } from '../../../support/archive/sample-ids.ts';
import { pdfText } from '../../../support/files/read-pdf.ts';
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
  const document = dressDocument(buildMemoDocument(memo, material), dressing, partsOfForm(form));
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
