import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { ContentsPlace } from '#domain/memo/form/form.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { pdfText } from '../../support/files/read-pdf.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, subHeading, writeMemo } from '../../support/memo/written-memo.ts';

const words = 'The port opens and closes again as the quarter goes on, which is of note. '.repeat(12);

/** A memo of so many sections, each of six paragraphs and with so many sub-headings. */
const memoOf = (sections: number, subHeadings: number, contents: ContentsPlace = 'long'): MemoDocument => {
  const memo = writeMemo(
    Array.from({ length: sections }, (_, at) =>
      section(
        'own',
        `Part ${at + 1}`,
        ...Array.from({ length: subHeadings }, (__, below) => [
          subHeading(`Question ${at + 1}.${below + 1}`),
          subHeading('Far below', 2),
          paragraph(words),
        ]).flat(),
        ...Array.from({ length: 4 }, () => paragraph(words)),
      ),
    ),
  );
  return { ...buildMemoDocument(memo, materialOf([])), contents };
};
const short = (contents: ContentsPlace) => memoOf(1, 1, contents);

const htmlLines = (document: MemoDocument): readonly string[] => {
  const nav = /<nav class="contents"[\s\S]*?<\/nav>/u.exec(writeMemoHtml(document))?.[0] ?? '';
  return [...nav.matchAll(/<a href="#(?<id>[^"]+)"[^>]*>(?<text>[^<]+)/gu)].map(
    ({ groups }) => `${groups?.id} ${groups?.text}`,
  );
};
const docxOf = async (document: MemoDocument): Promise<string> =>
  strFromU8(unzipSync(await writeMemoDocx(document, 'a4'))['word/document.xml'] ?? new Uint8Array());
const fieldOf = (xml: string): string | undefined => /TOC [^<]*/u.exec(xml)?.[0];
/** The words of each page, without dots. */
const pdfOf = async (document: MemoDocument): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'precis-contents-'));
  const file = join(folder, 'memo.pdf');
  await printMemo(createTestCompiler(), file, document);
  await writeFile(join(folder, 'memo.docx'), await writeMemoDocx(document, 'a4'));
  const pages = (await pdfText(file)).split('\f');
  return pages.map((words) => words.replaceAll(/[\s.\u2060]+/gu, ' '));
};

describe('a list of contents', () => {
  it('stands in a long memo, and in any where that is chosen', async () => {
    expect(htmlLines(memoOf(8, 0))).toHaveLength(8);
    expect(htmlLines(memoOf(8, 0, 'none'))).toEqual([]);
    expect(htmlLines(short('long'))).toEqual([]);
    expect(htmlLines(short('always'))).toEqual(['part-1 Part 1', 'part-1-1 Question 1.1']);
    expect(fieldOf(await docxOf(short('long')))).toBeUndefined();
    expect(fieldOf(await docxOf(memoOf(8, 0, 'none')))).toBeUndefined();
    expect(fieldOf(await docxOf(short('always')))).toBe('TOC \\h \\o &quot;1-2&quot;');
    expect((await pdfOf(short('long'))).join(' ')).not.toContain('Contents');
  });

  it('has sub-headings where all fits in forty lines, each leading to its place', async () => {
    const html = writeMemoHtml(memoOf(8, 2));
    expect(htmlLines(memoOf(8, 2))).toHaveLength(24);
    for (const line of htmlLines(memoOf(8, 2))) expect(html).toContain(` id="${line.split(' ')[0]}"`);
    expect(htmlLines(memoOf(8, 5))).toHaveLength(8);
    const xml = await docxOf(memoOf(8, 2));
    expect(xml.match(/<w:pStyle w:val="TOC2"\/>/gu)).toHaveLength(16);
    expect(xml).not.toContain('>Far below</w:t></w:r><w:r><w:tab/>');
    expect(fieldOf(await docxOf(memoOf(8, 5)))).toBe('TOC \\h \\o &quot;1-1&quot;');
  });

  it('has the page of each line in a PDF', async () => {
    const pages = await pdfOf(memoOf(8, 2));
    const [front = '', ...others] = pages;
    const lines = [...front.matchAll(/(?<text>Part \d|Question \d \d) (?<page>\d+)/gu)];
    expect(lines).toHaveLength(24);
    expect(front).not.toContain('Far below');
    for (const { groups } of lines)
      expect(others[Number(groups?.page) - 2], groups?.text).toContain(`${groups?.text} `);
    const [cover = ''] = await pdfOf(short('always'));
    expect(cover).toContain('Contents Part 1 1 Question 1 1 1');
  });
});
