import { describe, expect, it } from 'vitest';
import type { DocumentBlock, MemoDocument } from '#domain/memo/memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { problemsOfPackage } from '../../../support/files/check-package.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { formatMemo } from '../../../support/memo/format-memo.ts';

const said = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] });

const withBlocks = (blocks: readonly DocumentBlock[]): MemoDocument => ({
  ...formatMemo(),
  sources: [],
  tasks: [],
  lexiconNote: null,
  sections: [{ role: 'own', heading: 'Part', blocks }],
});
const bodyOf = async (memo: MemoDocument): Promise<string> =>
  docxPart(await writeMemoDocx(memo, 'a4'), 'word/document.xml');

const tableOf = (rows: readonly (readonly string[])[]): DocumentBlock => ({
  kind: 'table',
  columns: rows[0]?.length ?? 0,
  headerRows: 1,
  cells: rows.flatMap((row, at) =>
    row.map((text, column) => ({
      ...{ row: at, column, rowspan: 1, colspan: 1, isHeader: at === 0 },
      blocks: [said(text)],
    })),
  ),
});

const paragraphWith = (xml: string, text: string): string =>
  [...xml.matchAll(/<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>/gu)].find(([whole]) =>
    whole.includes(`>${text}<`),
  )?.[0] ?? '';

describe('the composition of a Word document', () => {
  it('parts the bars of quotations that follow each other by a paragraph without one', async () => {
    const own = (text: string): DocumentBlock => ({
      kind: 'own-quotation',
      blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text }] }],
    });
    const xml = await bodyOf(withBlocks([own('First.'), own('Second.'), said('End.'), own('Third.')]));
    const paragraphBefore = (text: string): string =>
      xml
        .slice(0, xml.indexOf(`>${text}<`))
        .split('<w:p>')
        .at(-2) ?? '';
    expect(paragraphBefore('Second.')).toMatch(/w:line="20" w:lineRule="exact"/u);
    expect(paragraphBefore('Second.')).not.toContain('<w:t');
    expect(paragraphBefore('Third.')).toContain('End.');
  });

  it('sets figures at the end of their column, by their decimal signs', async () => {
    const xml = await bodyOf(
      withBlocks([
        tableOf([
          ['Port', 'Ships'],
          ['Varna', '7'],
          ['Burgas', '12.25'],
          ['Ruse', '3.5'],
        ]),
        said('End.'),
      ]),
    );
    const indentOf = (text: string): number =>
      Number(/<w:ind w:right="(\d+)"/u.exec(paragraphWith(xml, text))?.[1] ?? 0);
    expect(paragraphWith(xml, '12.25')).toContain('<w:jc w:val="end"/>');
    expect(indentOf('12.25')).toBe(0);
    expect(indentOf('3.5')).toBeGreaterThan(0);
    expect(indentOf('7')).toBeGreaterThan(indentOf('3.5'));
    expect(paragraphWith(xml, 'Varna')).not.toContain('w:jc');
  });

  it('sets them at the right of their column in a memo from right to left too, by their decimal signs', async () => {
    const rows = [
      ['ميناء', 'سفن'],
      ['فارنا', '12.25'],
      ['روسه', '7'],
    ];
    const xml = await bodyOf({ ...withBlocks([tableOf(rows), said('انتهى.')]), language: 'ar' });
    const figures = [...xml.matchAll(/<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>/gu)].map(([whole]) => whole);
    const seven = figures.find((whole) => />7</u.test(whole)) ?? '';
    expect(seven).toContain('<w:jc w:val="start"/>');
    expect(seven).toMatch(/<w:ind w:left="[1-9]\d*"/u);
  });

  it('gives each column room for its figures, in the wider letters of a house too', async () => {
    const heads = ['Port', ...Array.from({ length: 7 }, (_, at) => `Q${at}`)];
    const rows = ['A port with a long name', 'Another of them'].map((port) => [
      port,
      ...Array.from({ length: 7 }, () => '8949.35'),
    ]);
    const xml = await bodyOf(withBlocks([tableOf([heads, ...rows]), said('End.')]));
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(8);
    // Seven letters of 10 points in a wide face, in twips.
    for (const width of widths) expect(width).toBeGreaterThan(6 * 0.64 * 200 + 0.3 * 200);
  });

  it('leaves no two lines alone at its end', async () => {
    const xml = await bodyOf(withBlocks(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(said)));
    const kept = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].filter((text) =>
      paragraphWith(xml, text).includes('<w:keepNext/>'),
    );
    expect(kept).toEqual(['Three', 'Four', 'Five']);
  });

  it('lets a table of few rows that are long go over the page, and keeps a short one whole', async () => {
    const rowsOf = (words: string) => Array.from({ length: 10 }, (_, at) => [`r${at}`, words]);
    const keptOf = async (words: string): Promise<boolean> => {
      const xml = await bodyOf(withBlocks([tableOf([['Name', 'Words'], ...rowsOf(words)])]));
      return paragraphWith(xml, 'r4').includes('<w:keepNext/>');
    };
    expect(await keptOf('words')).toBe(true);
    expect(await keptOf('words that fill line after line of their cell '.repeat(4))).toBe(false);
  });

  it('keeps the last rows of a table at its end together', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [`r${at}`, 'words']);
    const memo = withBlocks([tableOf([['Name', 'Words'], ...rows])]);
    const xml = await bodyOf(memo);
    expect(paragraphWith(xml, 'r28')).toContain('<w:keepNext/>');
    expect(paragraphWith(xml, 'r15')).not.toContain('<w:keepNext/>');
    expect(problemsOfPackage(await writeMemoDocx(memo, 'a4'))).toEqual([]);
  });
});
