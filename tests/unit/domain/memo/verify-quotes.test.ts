import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { mapDocumentTexts } from '#domain/memo/document/map-document-texts.ts';
import { listPrintedQuotes, verifyQuotes } from '#domain/memo/verbatim/verify-quotes.ts';
import {
  cite,
  judgement,
  materialOf,
  paragraph,
  quoteBlock,
  section,
  type WrittenArticle,
  writeArticle,
  writeMemo,
} from '../../../support/memo-samples.ts';

const documentOf = (article: WrittenArticle) =>
  buildMemoDocument(
    writeMemo([
      section('key-judgements', 'J', judgement(['It is likely.', cite(article, 0, 'whole')])),
      section('analysis', 'A', paragraph(cite(article, 0, 'whole')), quoteBlock(article, 0)),
    ]),
    materialOf([article]),
  );
const textOf = ({ cited }: WrittenArticle) => new Map([[1, cited.text?.index.text ?? '']]);

describe('the proof of printed quotes', () => {
  it('sees every quote, in judgements, running text and blocks', () => {
    const article = writeArticle(['He said “We will” twice.'], ['He said “We will”']);
    expect(listPrintedQuotes(documentOf(article)).map(({ quote }) => quote)).toEqual([
      'He said ‘We will’',
      'He said ‘We will’',
      'He said “We will”',
    ]);
    expect(verifyQuotes(documentOf(article), textOf(article))).toEqual([]);
  });

  it('fails a quote that differs by one character, and one whose source is not there', () => {
    const article = writeArticle(['We are prepared to act.'], ['We are prepared']);
    const document = documentOf(article);
    const altered = mapDocumentTexts(document, (text) => text.replace('are prepared', 'are\u00a0prepared'));
    expect(verifyQuotes(altered, textOf(article))).toHaveLength(3);
    expect(verifyQuotes(document, new Map())).toHaveLength(3);
  });

  it('holds for any passage of any text, whatever marks, breaks and pictures it has', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      '“',
      '”',
      '‘',
      '’',
      '"',
      "'",
      '…',
      '.',
      '\uFFFC',
      'ش',
      '😀',
      '[',
      ']',
    );
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 3, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const characters = Array.from(text);
          const start = from % characters.length;
          const quote = characters.slice(start, start + 1 + (length % characters.length)).join('');
          fc.pre(quote.trim() !== '');
          const article = writeArticle([text], [quote]);
          expect(verifyQuotes(documentOf(article), textOf(article))).toEqual([]);
        },
      ),
    );
  });
});
