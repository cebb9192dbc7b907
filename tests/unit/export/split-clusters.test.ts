import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectAt, type PdfFile } from '#electron/export/pdf/file/pdf-file.ts';
import { joinSplitClusters } from '#electron/export/pdf/file/split-clusters.ts';
import { longMemo } from '../../bench/long-memo.ts';
import { pdfText } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';

const stream = (head: string, data: string): string =>
  `${head}\n/Length ${data.length}\n>>\nstream\n${data}\nendstream\nendobj\n`;

const cmap = `beginbfchar\n<0001> <0E140E34>\n<0002> <0E140E34>\n<0028> <0061>\n<0029> <0061>\nendbfchar`;

/** A page of one font that shows what `lines` say. */
const fileOf = (lines: readonly string[]): PdfFile => {
  const content = deflateSync(Buffer.from(lines.join('\n'), 'latin1')).toString('latin1');
  return {
    head: '',
    objects: [
      '1 0 obj\n<<\n/Type /Pages\n/Kids [2 0 R]\n>>',
      '2 0 obj\n<<\n/Type /Page\n/Font <<\n/f0 3 0 R\n>>\n/Contents 5 0 R\n>>',
      '3 0 obj\n<<\n/ToUnicode 4 0 R\n>>',
      stream('4 0 obj\n<<', cmap),
      stream('5 0 obj\n<<\n/Filter /FlateDecode', content),
    ],
    trailer: '',
  };
};

const item = (...lines: readonly string[]): readonly string[] => ['BT', '/f0 11 Tf', ...lines, 'ET'];
const joined = (...lines: readonly string[]): readonly string[] => {
  const [, data = ''] = /stream\n(.*)\nendstream/s.exec(objectAt(joinSplitClusters(fileOf(lines)), 5)) ?? [];
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1').split('\n');
};
const silent = ['/Span <<', '  /ActualText <FEFF>', '>> BDC'];

describe('a cluster that is set in two items', () => {
  it('is said by the first of them', () => {
    const base = item('(\\000\\001) Tj');
    expect(joined(...base, ...item('(\\000\\002) Tj'))).toEqual([
      ...base,
      ...item(...silent, '[<0002>] TJ', 'EMC'),
    ]);
  });

  it('leaves what follows it in the same item as it is', () => {
    const base = item('(\\000\\001) Tj');
    expect(joined(...base, ...item('[(\\000\\002\\000\\() 10 (\\000\\))] TJ'))).toEqual([
      ...base,
      ...item(...silent, '[<0002>] TJ', 'EMC', '[<0028> 10 <0029>] TJ'),
    ]);
  });

  it('is silenced where other words are said in its place', () => {
    const said = ['/Span <<', '  /ActualText <FEFF0E140E34>', '>> BDC', '(\\000\\001\\000\\002) Tj', 'EMC'];
    const again = ['/Span <<', '  /ActualText <FEFF0E140E34>', '>> BDC', '(\\000\\)\\000\\002) Tj', 'EMC'];
    expect(joined(...item(...said), ...item(...again))).toEqual([
      ...item(...said),
      ...item(...silent, '(\\000\\)\\000\\002) Tj', 'EMC'),
    ]);
  });

  it.each([
    ['the same letter twice', item('(\\000\\001) Tj'), item('(\\000\\001) Tj')],
    ['other words', item('(\\000\\001) Tj'), item('(\\000\\() Tj')],
    ['one item', item('(\\000\\001) Tj', '(\\000\\002) Tj'), []],
  ])('is not seen in %s', (_, first, second) => {
    expect(joined(...first, ...second)).toEqual([...first, ...second]);
  });
});

describe('words of scripts with stacked marks', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
  });
  afterAll(() => removeFolder(folder));

  it.each([
    ['Thai', 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ น้ำ กำ'],
    ['Devanagari', 'नई ईरान श्री क्षेत्र ज्ञान बर्ताव भाईचारे'],
    ['Bengali', 'ভ্রাতৃত্বসুলভ মর্যাদা তাঁদের বুদ্ধি সুতরাং'],
    ['Odia', 'ମନୁଷ୍ୟ ଜନ୍ମକାଳରୁ ବୁଦ୍ଧି ଅଧିକାରରେ'],
    ['Khmer', 'ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ'],
    ['Lao', 'ມະນຸດເກີດມາມີສິດເສລີພາບ'],
    ['Tibetan', 'འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས'],
  ])('are copied as they were written: %s', async (script, text) => {
    const file = join(folder, `${script}.pdf`);
    const memo = longMemo();
    const blocks = [{ kind: 'paragraph' as const, runs: [{ kind: 'text' as const, text }] }];
    await printMemo(createTestCompiler(), file, {
      ...memo,
      sections: [{ role: 'own', heading: 'A', blocks }],
      sources: [],
    });
    const copied = (await pdfText(file)).replaceAll(/\s+/gu, ' ');
    for (const word of text.split(' ')) expect(copied).toContain(word);
    expect(copied.split(text.split(' ')[0] ?? '').length).toBe(2);
  });
});
