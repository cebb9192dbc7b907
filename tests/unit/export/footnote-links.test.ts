import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoInline } from '#domain/memo/memo-content.ts';
import { englishWords } from '#domain/memo/print/printed-words.ts';
import { joinFootnotes } from '#electron/export/pdf/file/footnote-links.ts';
import { type PdfLink, pdfLinks, pdfStructure, pdfWords } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';

const a4Height = 841.89;
const notes = 30;
const note = (at: number): MemoInline => ({ type: 'footnote', attrs: { text: `Note number ${at}.` } });
const prose = 'The ministry confirmed that the shipments had been inspected twice. '.repeat(6);
const document = buildMemoDocument(
  writeMemo([
    section(
      'analysis',
      'Analysis',
      ...Array.from({ length: notes }, (_, at) => paragraph(prose, note(at), ' and so it goes on.')),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph('An item', note(notes))] }],
      },
    ),
  ]),
  materialOf([writeArticle([''])]),
);

let folder = '';
let file = '';
let links: readonly PdfLink[] = [];
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  file = join(folder, 'notes.pdf');
  await printMemo(createTestCompiler(), file, document);
  links = (await pdfLinks(file)).filter(({ name }) => name.startsWith('Footnote '));
});
afterAll(() => removeFolder(folder));

const linksOf = (mark: string) => links.filter(({ name }) => name === `Footnote ${mark}`);
const wordsBelow = async ({ to }: PdfLink): Promise<readonly string[]> => {
  const { page, x, y } = to ?? { page: 0, x: 0, y: 0 };
  const top = a4Height - y;
  return (await pdfWords(file, page))
    .filter((word) => word.right > x && word.top > top - 2 && word.top < top + 16)
    .map(({ word }) => word);
};

describe('the footnotes of a printed memo', () => {
  it('have a mark and a note each, by letters in the order of the memo', () => {
    const marks = [...Array.from('abcdefghijklmnopqrstuvwxyz'), 'aa', 'ab', 'ac', 'ad', 'ae'];
    expect(links).toHaveLength(2 * marks.length);
    for (const mark of marks) expect(linksOf(mark), mark).toHaveLength(2);
    expect(links.every(({ isTagged }) => isTagged)).toBe(true);
  });

  it('lead from the mark to the note, and back', async () => {
    for (const [mark, at] of [
      ['a', 0],
      ['r', 17],
      ['ae', notes],
    ] as const) {
      const [one, other] = linksOf(mark);
      const words = await Promise.all([one, other].map((link) => (link ? wordsBelow(link) : [])));
      const leadsToNote = words.filter((line) => line.join(' ').includes(`Note number ${at}.`));
      const leadsToText = words.filter((line) => !line.join(' ').includes('Note number'));
      expect(leadsToNote, mark).toHaveLength(1);
      expect(leadsToText, mark).toHaveLength(1);
      expect(leadsToText[0]?.length, mark).toBeGreaterThan(0);
    }
  });

  it('are tagged as notes, with labels around both links', async () => {
    const tags = (await pdfStructure(file)).split('\n').map((line) => line.trim().split(' ')[0]);
    expect(tags.filter((tag) => tag === 'Note')).toHaveLength(notes + 1);
    const labelled = tags.filter((tag, at) => tag === 'Lbl' && tags[at + 1] === 'Link');
    expect(labelled).toHaveLength(2 * (notes + 1));
  });

  it('are not written where a mark has no note', () => {
    const objects = [
      '1 0 obj\n<<\n  /Type /Page\n  /MediaBox [0 0 595.27563 841.8898]\n>>\nendobj\n\n',
      '2 0 obj\n[1 0 R /XYZ 200002 -99148.11 0]\nendobj\n\n',
    ];
    expect(() => joinFootnotes({ head: '', objects, trailer: '' }, englishWords)).toThrow(
      'the footnote c has lost its mark or its note',
    );
  });
});
