import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { pdfObjects } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { exportedFormatMemo } from '../../support/memo/format-memo.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';

const compile = createTestCompiler();
const templates = join(import.meta.dirname, '../../../resources/templates');
let folder: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const memoIn = (language: string) => exportedFormatMemo({ annex: true, key: 'end' }, { language });
const languagesOf = async (language: string): Promise<readonly string[]> => {
  const file = join(folder, `${language}.pdf`);
  await printMemo(compile, file, memoIn(language));
  return [...(await pdfObjects(file)).matchAll(/\/Lang \((\w+)\)/gu)].map(([, lang = '']) => lang);
};

describe('the words that a memo prints and nobody wrote into it', () => {
  it('stand in no template of the PDF', async () => {
    for (const name of await readdir(templates)) {
      const code = (await readFile(join(templates, name), 'utf8')).replaceAll(
        /\/\/.*$|font[\w: ]*\(?"[^\n]*|\\\\p\{\w+\}/gmu,
        '',
      );
      const literal = /"[^"\n]*\b[A-Z][a-z]{2,}[^"\n]*"|\[[^\]#\n]*\b[A-Z][a-z]{2,}[^\]\n]*\]/gu;
      const faces = /^"(?:Inter|Source Serif 4|Amiri|Noto Serif Hebrew)"$/u;
      expect([name, (code.match(literal) ?? []).filter((each) => !faces.test(each))]).toEqual([name, []]);
    }
  });

  it('are said to be English in the PDF of a memo that is not', async () => {
    const swedish = await languagesOf('sv');
    // Without them only the English articles that it quotes would be.
    const english = await languagesOf('en-GB');
    expect(swedish.filter((lang) => lang === 'en').length).toBeGreaterThan(40);
    expect(new Set(english)).toEqual(new Set(['ar', 'en']));
  });

  it('are said to be English in HTML, and what was written is not', () => {
    const { document } = new JSDOM(writeMemoHtml(memoIn('sv'))).window;
    const languageOf = (selector: string): string | null | undefined =>
      document.querySelector(selector)?.closest('[lang]')?.getAttribute('lang');
    expect(languageOf('dt')).toBe('en-GB');
    expect(languageOf('.judgements b')).toBe('en-GB');
    expect(languageOf('.quotation figcaption')).toBe('en-GB');
    expect(languageOf('.key h2')).toBe('en-GB');
    expect(languageOf('[aria-label$="Source 1, paragraph 1"]')).toBe('en-GB');
    expect(languageOf('h1')).toBe('sv');
    expect(languageOf('.bottom-line h2')).toBe('sv');
    expect(languageOf('.bottom-line p')).toBe('sv');
  });

  it('are said to be English in Word', async () => {
    const made = docxPart(await writeMemoDocx(memoIn('sv'), 'a4'), 'word/document.xml');
    const languageBefore = (words: string): string | undefined => {
      const runs = new RegExp(`<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>${words}`, 'gu');
      return [...made.matchAll(runs)].at(-1)?.[1]?.match(/w:lang w:val="([\w-]+)"/u)?.[1];
    };
    for (const words of ['Confidence:', 'Sources', 'Handling', 'Harbour Dispatch, ']) {
      expect(languageBefore(words)).toBe('en-GB');
    }
    expect(languageBefore('Background')).toBeUndefined();
  });
});
