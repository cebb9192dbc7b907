/** What each format prints around a memo in each language: none of it is English but the wording of the doctrine. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctrineWordings, splitDoctrine } from '#domain/memo/print/doctrine-words.ts';
import { printedLanguages, wordsFor, wordsOf } from '#domain/memo/print/printed-words.ts';
import { doctrineTerms } from '#domain/tradecraft/own-terms.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { checkPdf, pdfText, pdfWords } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { languageMemo } from '../../support/texts/language-memo.ts';

const compile = createTestCompiler();
let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const others = printedLanguages.filter((language) => language !== 'en');

/** All strings of a table of words; of what takes words or numbers, what it makes of them. */
const stringsOf = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words(1, 2, 3, 4))];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(stringsOf) : [];
};
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-zà-ÿ]{4,}/gu) ?? [];
const english = new Set(wordsIn(stringsOf({ ...wordsOf({}), terms: null }).join(' ')));

/** Names, and what stands in an address or a hash. */
const neutral =
  /(?:https?:\/\/)?harbour\.example\S*|\bSHA-256\b|\b[0-9a-f]{16,}\b|\bTLP\b[:A-Z+]*|\bICD 203\b|\bUTC\b|\bPM-\d+-\d+\b/gu;

/** English words of the table that a text holds, and in Arabic, Hebrew, Chinese or Cyrillic any Latin word. */
const strangersIn = (text: string, language: (typeof others)[number]): readonly string[] => {
  const own = splitDoctrine(text.replace(/\s+/gu, ' '), doctrineTerms.own)
    .flatMap((piece) => (piece.isDoctrine ? [] : [piece.text]))
    .join(' ')
    .replace(neutral, ' ');
  if (/^(?:ar|he|ru|uk|zh)$/u.test(language)) return own.match(/[a-z]{3,}/giu) ?? [];
  const known = new Set(wordsIn(stringsOf({ ...wordsOf({ printedIn: language }), terms: null }).join(' ')));
  return wordsIn(own).filter((word) => english.has(word) && !known.has(word));
};

const doctrineWords = new Set(
  doctrineWordings
    .join(' ')
    .toLowerCase()
    .match(/[a-z]{3,}/gu) ?? [],
);

const bodyOf = (html: string): Document => new JSDOM(html).window.document;
/** What is read and what is heard; an element parts words. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/gu, ' ')
    .replace(/ (?:aria-label|alt)="([^"]*)"/gu, '>$1<')
    .replace(/<[^>]*>|&\w+;/gu, ' ');

const textOfDocx = (bytes: Uint8Array): string =>
  ['document', 'footnotes', 'header1', 'footer1']
    .map((part) => docxPart(bytes, `word/${part}.xml`))
    .join(' ')
    .replace(/ descr="([^"]*)"/gu, '>$1<')
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/gu, '')
    .replace(/<[^>]*>/gu, ' ');

describe.each(others)('a memo in %s', (language) => {
  const memo = languageMemo(language);

  it('prints no English word in HTML, Word, Markdown, plain text and an e-mail', async () => {
    const email = writeMemoEmail(memo);
    const made = {
      html: textOfHtml(writeMemoHtml(memo)),
      docx: textOfDocx(await writeMemoDocx(memo, 'a4')),
      md: writeMemoMarkdown(memo).replace(/<!--[\s\S]*?-->/gu, ''),
      txt: writeMemoText(memo),
      email: `${email.text} ${textOfHtml(email.html)}`,
    };
    const strangers = Object.entries(made).map(([format, text]) => [format, strangersIn(text, language)]);
    expect(strangers).toEqual(Object.keys(made).map((format) => [format, []]));
  });

  it('prints none in a PDF, which is sound', async () => {
    const file = join(folder, `${language}.pdf`);
    const made = makeMemoPdf(compile, memo, { paper: 'a4', glyphs: 'refuse' });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    await writeFile(file, made.value.pdf);
    await checkPdf(file);
    // Columns part the wording of the doctrine, so that it is known by its words.
    const text = (await pdfText(file)).replaceAll(/[\u2066-\u2069]/gu, '');
    const strangers = strangersIn(text, language).filter((word) => !doctrineWords.has(word.toLowerCase()));
    expect(strangers).toEqual([]);
  });

  it('says of the wording of the doctrine that it is English, and of nothing else', async () => {
    const document = bodyOf(writeMemoHtml(memo));
    const tagged = [...document.querySelectorAll('[lang^=en]')].map((each) => each.textContent ?? '');
    expect(tagged).toContain('Usually reliable');
    expect(tagged).toContain('Very likely');
    for (const text of tagged) {
      expect(splitDoctrine(text, doctrineTerms.own).filter(({ isDoctrine }) => !isDoctrine)).toEqual([]);
    }
    const docx = docxPart(await writeMemoDocx(memo, 'a4'), 'word/document.xml');
    expect(docx).toMatch(/<w:lang w:val="en-GB"[^>]*\/>(?:<w:rtl\/>)?<\/w:rPr><w:t[^>]*>Usually reliable</u);
  });

  it('has the day and the state of a draft at the foot of a page, neither of them parted', async () => {
    const { status, sign } = wordsFor(language);
    const draft = { word: `${status.draft} 2`, detail: sign.bracketed(status.notForCitation).trim() };
    const file = join(folder, `${language}-draft.pdf`);
    await printMemo(compile, file, { ...memo, status: draft });
    const foot = (await pdfWords(file, 1)).filter(
      ({ top, x }) => top > 770 && top < 800 && x > 160 && x < 430,
    );
    const tops = [...new Set(foot.map(({ top }) => Math.round(top / 6)))].sort((a, b) => a - b);
    const [first = [], second = []] = tops.map((line) =>
      foot.filter(({ top }) => Math.round(top / 6) === line),
    );
    expect(first.length).toBeGreaterThan(2);
    expect(tops.length).toBeLessThanOrEqual(2);
    // Where both would be very small, the state has a line of its own, and is not parted.
    const said = second.map(({ word }) => word).join('');
    if (second.length > 0) expect(said).toBe(`${draft.word}${draft.detail}`.replaceAll(/\s/gu, ''));
  });

  it('ends no sentence twice', () => {
    expect(writeMemoText(memo)).not.toMatch(/[。.]{2}|。\.|\.。/u);
  });
});

it('prints a memo that was sent before there were other languages in English, as it went', () => {
  const { printedIn: _, ...sent } = languageMemo('de', { key: 'none' });
  const text = writeMemoText(sent);
  expect(text).toContain('Sources\n-------');
  expect(text).toContain('As of:');
});

it.each(['ar', 'he'] as const)(
  'has the first of two grades on the right in a line of %s',
  async (language) => {
    const file = join(folder, `${language}-annex.pdf`);
    await printMemo(compile, file, languageMemo(language, { annex: true, key: 'none' }));
    const words = (await Promise.all([1, 2, 3].map((page) => pdfWords(file, page).catch(() => [])))).flat();
    const pairs = words
      .filter(({ word }) => word.includes('usually'))
      .map((first) => [
        first,
        words.find(({ word, top }) => word.includes('possibly') && Math.abs(top - first.top) < 2),
      ]);
    const beside = pairs.filter(([, second]) => second !== undefined);
    expect(beside.length).toBeGreaterThan(0);
    for (const [first, second] of beside) expect(first?.x).toBeGreaterThan(second?.x ?? 1000);
  },
);
