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

  it('leaves no two lines alone at its end', async () => {
    const xml = await bodyOf(withBlocks(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(said)));
    const kept = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].filter((text) =>
      paragraphWith(xml, text).includes('<w:keepNext/>'),
    );
    expect(kept).toEqual(['Three', 'Four', 'Five']);
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
