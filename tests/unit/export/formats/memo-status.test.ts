import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { formatMemo } from '../../../support/memo/format-memo.ts';

const standing = formatMemo();
const superseded = {
  ...standing,
  status: { word: 'SUPERSEDED', detail: 'by PM-2024-018 of 2 May 2024' },
} as const;
const words = 'SUPERSEDED by PM-2024-018 of 2 May 2024';

describe('a memo that no longer holds', () => {
  it.each([
    ['plain text', writeMemoText],
    ['Markdown', writeMemoMarkdown],
    ['an e-mail', (document: typeof standing) => writeMemoEmail(document).text.split('\n')[0] ?? ''],
  ])('says so in %s', (_, write) => {
    expect(write(superseded)).toContain(words);
    expect(write(standing)).not.toContain('SUPERSEDED');
  });

  it('says so at the head of a web page, and on each page of its print', () => {
    const { document } = new JSDOM(writeMemoHtml(superseded)).window;
    expect(document.querySelector('.kicker')?.textContent).toContain(words);
    expect(document.querySelector('style')?.textContent).toMatch(/@top-left\{content:"[^"]*SUPERSEDED/u);
  });

  it('says so on each page of a Word document', async () => {
    const document = await writeMemoDocx(superseded, 'a4');
    expect(docxPart(document, 'word/header1.xml')).toContain(words);
  });
});
