import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { hanFamilyOf } from '#electron/export/typst/han-faces.ts';
import { scriptFamiliesIn, scriptFontFile } from '#electron/export/typst/script-fonts.ts';
import { pdfFonts, pdfText } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { scriptLines } from '../../support/memo/script-lines.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import { cite, paragraph, quoteBlock, section, writeMemo } from '../../support/memo/written-memo.ts';

const compile = createTestCompiler();

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const memoOf = (...lines: readonly string[]): MemoDocument =>
  buildMemoDocument(
    writeMemo([section('analysis', 'Analysis', ...lines.map((line) => paragraph(line)))]),
    materialOf([]),
  );

/** A memo that quotes `words` in a paragraph and in a block, in the language of their article. */
const quoting = (words: string, language: string): MemoDocument => {
  const article = writeArticle([`${words}。`], [words], { bibliography: { language } });
  return buildMemoDocument(
    writeMemo([
      section('analysis', 'Analysis', paragraph('So ', cite(article, 0, 'whole')), quoteBlock(article, 0)),
    ]),
    materialOf([article]),
  );
};

let printed = 0;
const print = async (document: MemoDocument): Promise<string> => {
  const file = join(folder, `${++printed}.pdf`);
  await printMemo(compile, file, document);
  return file;
};

describe('a memo in every script', () => {
  it('has no missing glyph, and its text is copied as it was written', async () => {
    const text = await pdfText(await print(memoOf(...Object.values(scriptLines))));
    const flat = text.replaceAll(/\s+/gu, '');
    for (const [script, line] of Object.entries(scriptLines)) {
      expect(flat, script).toContain(line.replaceAll(/\s+/gu, ''));
    }
  });

  it.each(Object.entries(scriptLines))('holds %s in the title as well', (_, line) => {
    const made = makeMemoPdf(compile, { ...memoOf('So.'), title: line }, { paper: 'a4', glyphs: 'refuse' });
    expect(made).toMatchObject({ ok: true });
  });

  it('still names a character that no face has', () => {
    const made = makeMemoPdf(compile, memoOf('Linear B: \u{10000}'), { paper: 'a4', glyphs: 'refuse' });
    expect(made).toMatchObject({
      ok: false,
      error: { code: 'missing-glyphs', glyphs: [{ codePoint: 'U+10000' }] },
    });
  });
});

describe('the face of Chinese characters', () => {
  it.each([
    ['zh-Hans', 'NotoSerifSC'],
    ['zh-TW', 'NotoSerifTC'],
    ['ja', 'NotoSerifJP'],
    ['ko', 'NotoSerifKR'],
  ])('follows the language of a quotation: %s', async (language, face) => {
    const fonts = await pdfFonts(await print(quoting('直接通信關係', language)));
    expect(fonts.filter((name) => name.startsWith('NotoSerif'))).toEqual([`${face}-Regular`]);
  });

  it('keeps a year, and a month with its day, on one line of a memo in Chinese', async () => {
    const lines = Array.from({ length: 14 }, (_, at) => `${'港'.repeat(18 + at)}2024年4月19日，港口关闭。`);
    const document = buildMemoDocument(
      writeMemo([section('analysis', '分析', ...lines.map((line) => paragraph(line)))], { language: 'zh' }),
      materialOf([]),
    );
    const text = await pdfText(await print(document), { raw: true });
    const plain = text.replace(/ /gu, '');
    expect(plain.match(/4月19日/gu)).toHaveLength(14);
    expect(plain.match(/2024年\n?4月19日/gu)).toHaveLength(14);
  });

  it.each([
    ['zh', 'Noto Serif SC'],
    ['zh-CN', 'Noto Serif SC'],
    ['zh-Hant', 'Noto Serif TC'],
    ['zh-hant-HK', 'Noto Serif TC'],
    ['yue', 'Noto Serif TC'],
    ['ja-JP', 'Noto Serif JP'],
    ['ko', 'Noto Serif KR'],
    ['en-GB', null],
    [null, null],
  ])('of %s is %s', (language, family) => {
    expect(hanFamilyOf(language)).toBe(family);
  });
});

describe('the faces that a memo needs', () => {
  it('are none beside the usual ones for Latin, Greek, Cyrillic, Arabic and Hebrew', () => {
    expect(scriptFamiliesIn('Łódź naïve “x” – … € ½ ≤ → Αθήνα Москва العربية עברית')).toEqual([]);
  });

  it('are those of the scripts that it holds, first those that its languages ask for', () => {
    expect(scriptFamiliesIn('ไทย')).toEqual(['Noto Sans Thai']);
    expect(scriptFamiliesIn('1️⃣ ☎')).toEqual(['Noto Emoji', 'Noto Sans Symbols 2']);
    expect(scriptFamiliesIn('{"lang":"ja","face":"Noto Serif JP","text":"日本"}')[0]).toBe('Noto Serif JP');
  });

  it('stand in the resources', () => {
    const all = scriptFamiliesIn(Object.values(scriptLines).join(''));
    expect(all.length).toBeGreaterThan(25);
    const fonts = join(import.meta.dirname, '../../../resources/fonts/scripts');
    for (const family of all) expect(existsSync(join(fonts, scriptFontFile(family))), family).toBe(true);
  });
});
