import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { exportedFormatMemo } from '../../../support/memo/format-memo.ts';

const whole = exportedFormatMemo({ annex: true, hashes: true, key: 'end', portionMarks: true });
const texts = (html: JSDOM, selector: string): string[] =>
  [...html.window.document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('the key to what a reader sees', () => {
  it('stands in text with its terms, in the order of their subjects', () => {
    const text = writeMemoText(whole);
    const names = [
      ...text.matchAll(/^(Likelihood|Confidence|Grades|References|Handling|Paragraphs|State)\. /gmu),
    ];
    expect(names.map(([, name]) => name)).toEqual([
      'Likelihood',
      'Confidence',
      'Grades',
      'References',
      'Handling',
      'Paragraphs',
      'State',
    ]);
    expect(text).toMatch(/^likely +55 to 80 %$/mu);
    expect(text).toMatch(/^A {2}Completely reliable +1 {2}Confirmed by other sources$/mu);
    expect(text).toContain('[1\u00A0¶1] is source 1, paragraph 1');
  });

  it('stands on the cover where it was put there, before the bottom line', () => {
    const heads = texts(new JSDOM(writeMemoHtml(exportedFormatMemo({ key: 'cover' }))), 'h2');
    expect(heads.slice(0, 2)).toEqual(['How to read this memo', 'Bottom line']);
    expect(texts(new JSDOM(writeMemoHtml(whole)), 'h2').slice(-3)).toEqual([
      'How to read this memo',
      'Annex: passages in their paragraphs',
      'Annex: copies cited',
    ]);
  });

  it('is left out of what is short or has no pages, where nobody asked for it', () => {
    const usual = exportedFormatMemo();
    expect(keepDueKey(usual, null).key).toBeNull();
    expect(keepDueKey(usual, 2).key).toBeNull();
    expect(keepDueKey(usual, 2.1).key).not.toBeNull();
    expect(keepDueKey(whole, null).key).not.toBeNull();
  });

  it('is a part of a Word document, and leaves no page empty before it', async () => {
    const body = docxPart(await writeMemoDocx(whole, 'a4'), 'word/document.xml');
    expect(body).toContain('How to read this memo');
    expect(body).not.toContain('pageBreakBefore');
    expect(body).toContain('55 to 80 %');
    expect(docxPart(await writeMemoDocx(exportedFormatMemo(), 'a4'), 'word/document.xml')).not.toContain(
      'How to read this memo',
    );
  });
});

describe('the evidence annex', () => {
  const sentence = 'The envoy said the *list* stays <closed>.';

  it('shows cited words in their paragraph, whole and unchanged, in HTML', () => {
    const html = new JSDOM(writeMemoHtml(whole));
    expect(texts(html, '.evidence blockquote p')).toEqual([
      sentence,
      '“We wait,” an official said. “They have not stopped.”',
      'قال المتحدث إن الميناء مغلق.',
      'Exports rose to 1_000 units. # not a heading',
    ]);
    expect(texts(html, '.evidence mark')).toEqual([
      'the *list* stays <closed>',
      'We wait',
      'They have not stopped.',
      'الميناء مغلق',
      '1_000 units. # not a heading',
    ]);
    expect(
      texts(html, '.evidence .note').every((note) =>
        /^SHA-256 of the quoted words: [0-9a-f]{64}$/u.test(note),
      ),
    ).toBe(true);
  });

  it('tells the cited words in plain text and in Markdown', () => {
    expect(writeMemoText(whole)).toContain('\n    The envoy said [[the *list* stays <closed>]].\n');
    expect(writeMemoMarkdown(whole)).toContain('> The envoy said **the \\*list\\* stays \\<closed\\>**.');
  });

  it('names no hash and no note that was not asked for', () => {
    const plain = writeMemoText(exportedFormatMemo({ annex: true }));
    expect(plain).toContain('Annex: passages in their paragraphs');
    expect(plain).not.toMatch(/SHA-256|[0-9a-f]{64}/u);
  });

  it('has styles of its own in a Word document', async () => {
    const document = await writeMemoDocx(whole, 'a4');
    const body = docxPart(document, 'word/document.xml');
    expect(body).toMatch(/<w:rStyle w:val="CitedWords"\/>(?:(?!<w:r>).)*the \*list\* stays &lt;closed&gt;/u);
    expect(docxPart(document, 'word/styles.xml')).toContain('Cited Words');
  });
});

describe('marks of paragraphs, and lines with numbers', () => {
  it('stand before each paragraph and outside of each quotation', () => {
    const text = writeMemoText(whole);
    expect(text).toContain('\n(TLP:AMBER) The port closes');
    expect(text).toContain('1. (TLP:AMBER) It will likely close');
    expect(text).toContain('    — (TLP:AMBER) Harbour Dispatch');
    expect(writeMemoText(exportedFormatMemo())).not.toContain('(TLP:AMBER)');
  });

  it('are numbered by Word', async () => {
    const numbered = await writeMemoDocx(exportedFormatMemo({ lineNumbers: true }), 'a4');
    expect(docxPart(numbered, 'word/document.xml')).toContain('w:lnNumType');
    expect(docxPart(await writeMemoDocx(whole, 'a4'), 'word/document.xml')).not.toContain('w:lnNumType');
  });
});

describe('a file that says nothing of itself', () => {
  it('names no author in its properties', async () => {
    const bare = exportedFormatMemo({ metadata: false });
    expect(writeMemoHtml(bare)).not.toContain('name="author"');
    expect(docxPart(await writeMemoDocx(bare, 'a4'), 'docProps/core.xml')).not.toMatch(
      /Analysis desk|PM-2024/u,
    );
    expect(writeMemoText(bare)).toContain('Analysis desk');
  });
});
