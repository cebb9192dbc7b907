import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { bareApparatus } from '#domain/memo/document-apparatus.ts';
import { wordsFor } from '#domain/memo/print/printed-words.ts';
import { directWords, mirrorPart } from '#electron/export/docx/docx-direction.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { endBracketed } from '#electron/export/isolate-direction.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  quoteBlock,
  section,
  writeMemo,
  paragraph as written,
} from '../../../support/memo/written-memo.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (runs: string, properties = ''): string => `<w:p>${properties}${runs}</w:p>`;

describe('the direction of words in a Word document', () => {
  it('is marked on a paragraph and its runs in Arabic, each mark at its place', () => {
    const before = paragraph(
      run('أغلق الميناء يوم الاثنين.', '<w:rPr><w:b/><w:lang w:val="ar"/></w:rPr>'),
      '<w:pPr><w:pStyle w:val="Text"/><w:keepNext/><w:spacing w:after="80"/><w:jc w:val="left"/></w:pPr>',
    );
    expect(directWords(before)).toBe(
      paragraph(
        run('أغلق الميناء يوم الاثنين.', '<w:rPr><w:b/><w:rtl/><w:lang w:val="ar"/></w:rPr>'),
        '<w:pPr><w:pStyle w:val="Text"/><w:keepNext/><w:bidi/><w:spacing w:after="80"/><w:jc w:val="left"/></w:pPr>',
      ),
    );
  });

  it('leaves the head of a column of figures on the side of its figures', () => {
    const aligned = (side: 'end' | 'start', indent: 'right' | 'left', mark = '') =>
      `<w:pPr><w:pStyle w:val="TableHead"/>${mark}<w:ind w:${indent}="260"/><w:jc w:val="${side}"/></w:pPr>`;
    expect(directWords(paragraph(run('اسفن'), aligned('end', 'right')))).toBe(
      paragraph(run('اسفن', '<w:rPr><w:rtl/></w:rPr>'), aligned('start', 'left', '<w:bidi/>')),
    );
    const figures = paragraph(run('1,310'), aligned('end', 'right'));
    expect(directWords(paragraph(run('سفن')) + figures)).toContain(figures);
  });

  it('is marked where there are no properties yet', () => {
    expect(directWords(paragraph(run('הנמל נסגר')))).toBe(
      paragraph(run('הנמל נסגר', '<w:rPr><w:rtl/></w:rPr>'), '<w:pPr><w:bidi/></w:pPr>'),
    );
  });

  it('is that of most letters: a Hebrew name in an English paragraph marks its run alone', () => {
    const runs = (marked: string) =>
      run('The port of ') + run('חיפה', marked) + run(' was closed on Monday.');
    expect(directWords(paragraph(runs('')))).toBe(paragraph(runs('<w:rPr><w:rtl/></w:rPr>')));
  });

  it('is marked on the words alone in a line that runs from left to right whatever its letters', () => {
    const leftToRight = '<w:pPr><w:bidi w:val="false"/></w:pPr>';
    const marked = '<w:rPr><w:rtl/></w:rPr>';
    expect(directWords(paragraph(run('صحيفة المرفأ, “تسعة أيام”, undated.'), leftToRight))).toBe(
      paragraph(
        run('صحيفة المرفأ', marked) + run(', “') + run('تسعة أيام', marked) + run('”, undated.'),
        leftToRight,
      ),
    );
  });

  it('is not marked twice, and nothing else is changed', () => {
    const marked = paragraph(run('الميناء', '<w:rPr><w:rtl/></w:rPr>'), '<w:pPr><w:bidi/></w:pPr>');
    expect(directWords(marked)).toBe(marked);
    const latin = paragraph(run('The port'), '<w:pPr><w:jc w:val="left"/></w:pPr>');
    expect(directWords(latin + marked)).toBe(latin + marked);
  });

  it('turns the columns of a table', () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0"/></w:tblPr><w:tr>${cell('السفن')}${cell('826')}</w:tr></w:tbl>`;
    expect(directWords(table)).toContain(
      '<w:tblPr><w:tblStyle w:val="Grid"/><w:bidiVisual/><w:tblW w:w="0"/></w:tblPr>',
    );
  });

  it('is that of the words that a tracked change took out too', () => {
    const gone = '<w:del w:id="1"><w:r><w:delText xml:space="preserve">الميناء</w:delText></w:r></w:del>';
    expect(directWords(paragraph(gone))).toContain(
      '<w:pPr><w:bidi/></w:pPr><w:del w:id="1"><w:r><w:rPr><w:rtl/></w:rPr><w:delText',
    );
  });
});

describe('an English quotation in an Arabic memo', () => {
  const article = writeArticle(['Is it over?! Nobody knows.'], ['Is it over?!', 'Nobody knows.'], {
    bibliography: { language: 'en' },
  });
  const content = [
    section('background', 'الخلفية', written('ثم سأل: ', cite(article, 0, 'whole')), quoteBlock(article, 1)),
  ];
  const document = {
    ...buildMemoDocument(writeMemo(content, { language: 'ar' }), materialOf([article])),
    ...bareApparatus,
  };

  it('keeps the signs at its ends in Word, and so does its reference', async () => {
    const xml = docxPart(await writeMemoDocx(document, 'a4'), 'word/document.xml');
    expect(xml).toContain('>\u200EIs it over?!\u200E<');
    expect(xml).toContain('>\u00A0[\u200E<');
    expect(xml).toContain('>\u200E]<');
  });

  it('has its bar on the side on which it begins, on all of its lines', async () => {
    const xml = docxPart(await writeMemoDocx(document, 'a4'), 'word/document.xml');
    const attribution =
      /<w:p>(?:(?!<w:p>)[\s\S])*Attribution(?:(?!<\/w:p>)[\s\S])*<\/w:p>/u.exec(xml)?.[0] ?? '';
    expect(attribution).toMatch(/<w:left w:val="single"/u);
    expect(attribution).toMatch(/<w:ind [^>]*w:right="[1-9]/u);
    expect(writeMemoHtml(document)).toContain('class="quotation ltr"');
  });

  it('is between the quotation marks of the memo, where nothing else is in the paragraph', () => {
    const alone = paragraph(run('«') + run('\u200EIs it over?!\u200E') + run('\u200F') + run('»'));
    expect(mirrorPart(alone)).toBe(alone);
    expect(mirrorPart(paragraph(run('Is it over?')))).not.toBe(paragraph(run('Is it over?')));
  });
});

describe('the full stop of an abbreviation in brackets', () => {
  it('stays with it in a right-to-left line alone', () => {
    const text = 'شركة (Gunvor Ltd.) نقلت (1) و(ب.)';
    expect(endBracketed(text, wordsFor('ar'))).toBe('شركة (Gunvor Ltd.\u200E) نقلت (1) و(ب.)');
    expect(endBracketed(text, wordsFor('en'))).toBe(text);
  });
});
