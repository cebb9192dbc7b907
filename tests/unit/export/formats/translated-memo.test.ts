// A memo that gives passages in translation, as whoever opens its files finds it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { type OriginalPlace, placeOriginals } from '#domain/memo/form/form.ts';
import type { Citation } from '#domain/memo/memo-content.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { checkPdf, pdfText } from '../../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';
import { createTestCompiler } from '../../../support/memo/print-memo.ts';
import { machine, translate, withTranslation } from '../../../support/memo/translated-article.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, quoteBlock, section, writeMemo } from '../../../support/memo/written-memo.ts';
import { succeed } from '../../../support/workbench/results.ts';

const compile = createTestCompiler();
const writers = createMemoWriters(
  {
    make: async (document, options) => makeMemoPdf(compile, document, options),
    warmUp: () => undefined,
    close: async () => undefined,
  },
  newSampleId,
);

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const german = translate(
  writeArticle(['Nach der Erklärung habe niemand mehr gefragt, heißt es.'], [['habe niemand mehr gefragt']], {
    bibliography: { publisher: 'Küstenkurier', language: 'de' },
  }),
  ['nobody has asked any more'],
);
const arabic = translate(
  writeArticle(['قالت المديرية إن تفتيش الشحنات سيزداد من مايو.'], [['تفتيش الشحنات سيزداد']], {
    bibliography: { publisher: 'صحيفة المرفأ', language: 'ar' },
  }),
  ['inspection of consignments will increase'],
  machine,
);
const citeIt = (article: typeof german) =>
  withTranslation(cite(article, 0, 'whole') as { type: 'citation'; attrs: Citation }, article);

const write = async (format: MemoFormat, originals: OriginalPlace): Promise<Uint8Array> => {
  const memo = writeMemo([
    section(
      'analysis',
      'Analysis',
      paragraph('It is said: ', citeIt(german)),
      withTranslation(quoteBlock(arabic, 0), arabic),
    ),
  ]);
  const material = {
    ...materialOf([german, arabic]),
    form: placeOriginals(builtInForms.bluf, originals),
  };
  const options = { paper: 'a4', glyphs: 'refuse' } as const;
  return succeed(await writers[format].write(buildMemoDocument(memo, material), options)).bytes;
};
const html = async (originals: OriginalPlace): Promise<Document> => {
  const { DOMParser } = new JSDOM().window;
  return new DOMParser().parseFromString(Buffer.from(await write('html', originals)).toString(), 'text/html');
};
const inLanguage = (page: Document, language: string): string =>
  [...page.querySelectorAll(`[lang|="${language}"]`)].map(({ textContent }) => textContent).join(' ');

describe('a memo with translated quotations', () => {
  it('as HTML has each text in its language and direction, and says what a machine made', async () => {
    const page = await html('footnote');
    expect(inLanguage(page, 'de')).toContain('habe niemand mehr gefragt');
    const original = [...page.querySelectorAll('[lang|="ar"]')].find(({ textContent }) =>
      textContent?.includes('تفتيش الشحنات سيزداد'),
    );
    expect(original?.getAttribute('dir')).toBe('rtl');
    expect(page.body.textContent).toMatch(/“nobody has asked any more”/u);
    expect(page.body.textContent).toMatch(/machine translation \(Marlin 1\.2\), not checked/iu);
    expect(inLanguage(page, 'ar')).not.toContain('inspection');
  });

  it('as HTML has the original in brackets, or not at all, as the form says', async () => {
    expect((await html('below')).body.textContent).toMatch(
      /“nobody has asked any more” \(German: „habe niemand mehr gefragt“; translated by the analyst\)/u,
    );
    const without = (await html('none')).body.textContent;
    expect(without).toContain('“nobody has asked any more” (translated by the analyst)');
    expect(without).not.toContain('habe niemand');
    expect(without).not.toContain('تفتيش');
  });

  it('as a Word document tags both texts, and sets the original from right to left', async () => {
    const bytes = await write('docx', 'footnote');
    const [body, notes] = [docxPart(bytes, 'word/document.xml'), docxPart(bytes, 'word/footnotes.xml')];
    const runOf = (part: string, words: string): string =>
      part.split('<w:r>').find((run) => run.includes(words)) ?? '';
    expect(runOf(notes, 'habe niemand mehr gefragt')).toMatch(/<w:lang [^>]*w:val="de/u);
    expect(runOf(body, 'تفتيش')).toMatch(/<w:rtl\/>/u);
    expect(runOf(body, 'تفتيش')).toMatch(/<w:lang [^>]*w:bidi="ar/u);
    expect(body).toContain('nobody has asked any more');
    expect(body).toContain('not checked');
  });

  it('as a PDF is sound, with the original in its footnote and below its block', async () => {
    const file = join(folder, 'translated.pdf');
    await writeFile(file, await write('pdf', 'footnote'));
    await checkPdf(file);
    const text = (await pdfText(file)).replace(/\s+/gu, ' ');
    expect(text).toContain('“nobody has asked any more”');
    expect(text).toMatch(
      /„habe niemand mehr gefragt“ \(Küstenkurier, 22 April 2024; translated by the analyst\)/u,
    );
    expect(text).toContain('inspection of consignments will increase');
    expect(text).toMatch(/not checked/u);
  });
});
