import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { pdfText } from '../../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../../support/memo/print-memo.ts';
import { materialOf } from '../../../support/memo/written-article.ts';
import { paragraph, section, subHeading, writeMemo } from '../../../support/memo/written-memo.ts';

const documentOf = (numbersParagraphs: boolean) =>
  buildMemoDocument(
    writeMemo(
      [
        section('bottom-line', 'Bottom line', subHeading('In short', 2), paragraph('It closed.')),
        section(
          'background',
          'Background',
          subHeading('Tankers & ferries', 2),
          paragraph('The first lines.'),
          subHeading('# In port', 2),
          paragraph('The second lines.'),
        ),
      ],
      { numbersParagraphs },
    ),
    materialOf([]),
  );
const document = documentOf(true);

let folder: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => removeFolder(folder));

describe('sub-headings and numbered paragraphs', () => {
  it('stand in plain text', () => {
    const text = writeMemoText(document);
    expect(text).toContain(
      'Tankers & ferries\n~~~~~~~~~~~~~~~~~\n\n1. The first lines.\n\n# In port\n\n2. The second lines.',
    );
    expect(writeMemoText(documentOf(false))).not.toContain('1. The');
  });

  it('stand in Markdown, below those of the sections, and are no lists', () => {
    const markdown = writeMemoMarkdown(document);
    expect(markdown).toMatch(
      /^## Background\n\n### Tankers (?:&|\\&|&amp;) ferries\n\n1\\\. The first lines\./mu,
    );
    expect(markdown).toMatch(/^#### \\# In port\n\n2\\\. The second lines\./mu);
  });

  it('stand in HTML, with the headings in their order', () => {
    const page = new JSDOM(writeMemoHtml(document)).window.document;
    const headings = Array.from(page.querySelectorAll('h1, h2, h3, h4'), ({ localName, textContent }) =>
      [localName, textContent].join(' '),
    );
    expect(headings.slice(1, 6)).toEqual([
      'h2 Bottom line',
      'h3 In short',
      'h2 Background',
      'h3 Tankers & ferries',
      'h4 # In port',
    ]);
    expect(Array.from(page.querySelectorAll('.numbered'), ({ textContent }) => textContent)).toEqual([
      '1. The first lines.',
      '2. The second lines.',
    ]);
  });

  it('stand in Word as headings and as one list that can be gone on with', async () => {
    const bytes = await writeMemoDocx(document, 'a4');
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const page = new JSDOM(value).window.document;
    expect(Array.from(page.querySelectorAll('h2, h3'), ({ textContent }) => textContent)).toEqual([
      'In short',
      'Tankers & ferries',
      '# In port',
    ]);
    expect(Array.from(page.querySelectorAll('ol > li'), ({ textContent }) => textContent)).toEqual([
      'The first lines.',
      'The second lines.',
    ]);
    const numbers = [...docxPart(bytes, 'word/document.xml').matchAll(/<w:numId w:val="(\d+)"\/>/gu)];
    expect(new Set(numbers.map(([, id]) => id)).size).toBe(1);
  });

  it('stand in a PDF/UA, though the memo skips a level', async () => {
    const file = join(folder, 'memo.pdf');
    await printMemo(createTestCompiler(), file, document);
    const text = await pdfText(file);
    for (const words of ['In short', 'Tankers & ferries', '# In port', '1.', '2.', 'The second lines.'])
      expect(text).toContain(words);
  });
});
