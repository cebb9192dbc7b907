import { describe, expect, it } from 'vitest';
import { directWords } from '#electron/export/docx/docx-direction.ts';

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
});
