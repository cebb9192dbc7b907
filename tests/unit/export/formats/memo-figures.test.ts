import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoSection } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { memoFormatTable } from '#domain/memo/memo-format.ts';
import { passageEvidence } from '#domain/passage/passage.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import {
  pdfAlternatives,
  pdfLinks,
  pdfPageTexts,
  pdfStructure,
  pdfText,
} from '../../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';
import {
  figureOf,
  picturesOf,
  type WrittenPicture,
  writePicture,
} from '../../../support/pictures/written-figure.ts';
import { sha256Of } from '../../../support/texts/sha256-of.ts';

const compile = createTestCompiler();
let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const picture = writePicture(320, 200);
const alt = 'Six <bands>, and a "red" diagonal';
const documentOf = (
  sections: readonly MemoSection[],
  ...pictures: readonly WrittenPicture[]
): MemoDocument => ({
  ...buildMemoDocument(writeMemo(sections), materialOf([])),
  pictures: picturesOf(...pictures),
});
const memo = documentOf(
  [
    section(
      'background',
      'Background',
      paragraph('Before.'),
      figureOf(picture, { alt }),
      paragraph('After.'),
    ),
    section('analysis', 'Analysis', figureOf(picture, { alt: 'The same', caption: '', source: '' })),
  ],
  picture,
);
/** Of which the file is gone. */
const bare = { ...memo, pictures: {} };

describe('a figure in a PDF', () => {
  it.each(['ua-1', 'a-2b'] as const)('has its words in the tree of tags under %s', async (standard) => {
    const file = join(folder, `${standard}.pdf`);
    await printMemo(compile, file, memo, { paper: 'a4', glyphs: 'refuse', standard });
    expect(await pdfAlternatives(file)).toEqual(expect.arrayContaining([alt, 'The same']));
    const tags = await pdfStructure(file);
    expect(tags.match(/^ *Figure:/gmu)).toHaveLength(2);
    expect(tags).toMatch(/Caption\n\s+P \(block\)\n\s+"Figure 1"\n\s+P \(block\)\n\s+"Calls at Vostochny/u);
  });

  it('stays on the page of its caption, however high it is', async () => {
    const tall = writePicture(100, 2000);
    const file = join(folder, 'tall.pdf');
    const blocks = Array.from({ length: 9 }, (_, at) => paragraph(`Line ${at}. `.repeat(20)));
    const figure = figureOf(tall, { caption: 'A very tall crane' });
    await printMemo(compile, file, documentOf([section('analysis', 'Analysis', ...blocks, figure)], tall));
    const pages = await pdfPageTexts(file);
    expect(pages).toHaveLength(2);
    expect(pages[1]).toMatch(/Figure 1[\s\S]*A very tall crane[\s\S]*Source:/u);
  });

  it('that has lost its picture is named in its place', async () => {
    const file = join(folder, 'gone.pdf');
    await printMemo(compile, file, bare);
    expect(await pdfText(file)).toContain('[picture of figure 2 missing]');
  });
});

describe('a figure that shows a passage', () => {
  const article = writeArticle(['Exports rose.', 'They fell.'], [{ quote: 'They fell', passage: {} }]);
  const [passage] = article.passages;
  if (passage === undefined) throw new Error('the article has no passage');
  const cited = {
    articleId: article.cited.article.id,
    passageId: passage.id,
    exactSha256: sha256Of(passageEvidence(passage)),
  };
  const figure = figureOf(picture, { alt, source: '', cited });
  const shown = {
    ...buildMemoDocument(writeMemo([section('analysis', 'Analysis', figure)]), materialOf([article])),
    pictures: picturesOf(picture),
  };

  it('leads from its source line to its source, as any citation does', async () => {
    const file = join(folder, 'cited.pdf');
    await printMemo(compile, file, shown);
    expect(await pdfLinks(file)).toContainEqual(
      expect.objectContaining({ name: 'Source 1, paragraph 2', isTagged: true }),
    );
    expect((await pdfText(file)).replaceAll('\u00A0', ' ')).toContain('para. 2 [1 ¶2]');
    expect(writeMemoHtml(shown)).toMatch(/para\. 2&nbsp;<span class="cite">\[<a href="#source-1"/u);
    const xml = strFromU8(
      unzipSync(await writeMemoDocx(shown, 'a4'))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(xml).toMatch(/<w:hyperlink[^>]* w:anchor="source_1"[^>]*>[\s\S]{0,200}1\u00A0¶2/u);
  });

  it('names the page of its source in each format', async () => {
    const [analysis] = shown.sections;
    const onPage = { source: 1, page: '14', paragraph: null, place: null };
    const blocks = (analysis?.blocks ?? []).map((block) =>
      block.kind === 'figure'
        ? { ...block, source: 'Dispatch, p.\u00A014 [1\u00A0p.\u00A014]; B2', pinpoint: onPage }
        : block,
    );
    const paged = { ...shown, sections: analysis === undefined ? [] : [{ ...analysis, blocks }] };
    const file = join(folder, 'paged.pdf');
    await printMemo(compile, file, paged);
    expect((await pdfText(file)).replaceAll('\u00A0', ' ')).toContain('p. 14 [1 p. 14]; B2');
    expect((await pdfLinks(file)).map(({ name }) => name)).toContain('Source 1');
  });
});

describe('a figure in other formats', () => {
  it('is in a Word document with its description, above its caption, the same each time', async () => {
    const docx = await writeMemoDocx(memo, 'a4');
    expect(await writeMemoDocx(memo, 'a4')).toEqual(docx);
    const parts = unzipSync(docx);
    const kept = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
    expect(Buffer.from(kept[0]?.[1] ?? []).equals(picture.bytes)).toBe(true);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('descr="Six &lt;bands&gt;, and a &quot;red&quot; diagonal"');
    expect(xml).toMatch(
      /<w:pStyle w:val="Caption"\/>[\s\S]{0,400}Figure 1\.[\s\S]{0,200}Calls at Vostochny/u,
    );
  });

  it('stands within the one file of a web page, escaped and as wide as it was wished', () => {
    const html = writeMemoHtml(memo);
    expect(html).toContain(`src="data:image/png;base64,${picture.bytes.toString('base64')}"`);
    expect(html).toContain('alt="Six &lt;bands&gt;, and a &quot;red&quot; diagonal"');
    expect(html).toContain('img-src data:');
    expect(writeMemoHtml(bare)).toContain('[picture of figure 1 missing]');
  });

  it('is told in words where no picture can be, which is said', () => {
    for (const text of [writeMemoMarkdown(memo), writeMemoText(memo)]) {
      expect(text.replaceAll('\\', '')).toContain('Figure 1. Calls at Vostochny, by month');
      expect(text.replaceAll('\\', '')).toContain(`[Picture: ${alt}]`);
      expect(text).toContain('Figure 2.');
      expect(text).not.toContain('base64');
    }
    for (const format of ['md', 'txt'] as const)
      expect(memoFormatTable[format].cannotCarry.join()).toContain('The pictures of figures');
    const email = writeMemoEmail(memo);
    expect(email.text).toContain(`[Picture: ${alt}]`);
    expect(email.html).toContain('[Picture: Six &lt;bands&gt;');
    expect(email.html).not.toContain('<img');
  });
});
