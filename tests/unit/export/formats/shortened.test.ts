import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  keptWithout,
  paragraph,
  quoteBlock,
  section,
  shortened,
  writeMemo,
} from '../../../support/memo/written-memo.ts';
import { parseMarkdown, textOf } from './read-markdown.ts';

const SPEECH = 'We see China sharing machine tools, semiconductors and other items that help Russia.';
const article = writeArticle([SPEECH], [SPEECH]);
const kept = keptWithout(article, 0, ' semiconductors and other items');
const document = buildMemoDocument(
  writeMemo([
    section(
      'bottom-line',
      'Bottom line',
      paragraph(shortened(cite(article, 0, 'whole'), kept)),
      shortened(quoteBlock(article, 0), kept),
    ),
  ]),
  materialOf([article]),
);

const SHORT = 'We see China sharing machine tools, […] that help Russia.';
const times = (text: string, words: string): number => text.split(words).length - 1;

const formats: Readonly<Record<string, () => string | Promise<string>>> = {
  'plain text': () => writeMemoText(document),
  Markdown: () => textOf(parseMarkdown(writeMemoMarkdown(document))),
  HTML: () => new JSDOM(writeMemoHtml(document)).window.document.body.textContent ?? '',
  DOCX: async () => {
    const bytes = await writeMemoDocx(document, 'a4');
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  },
};

describe('a shortened quotation', () => {
  it.for(Object.keys(formats))(
    'stands in %s as it was shortened, in a sentence and as a block',
    async (name) => {
      const text = (await formats[name]?.()) ?? '';
      expect(times(text, SHORT)).toBe(2);
      expect(text).not.toContain('semiconductors');
    },
  );
});
