import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedSourceOf } from '#domain/memo/citations/printed-source-of.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { mapDocumentTexts } from '#domain/memo/document/map-document-texts.ts';
import type { PrintedSource } from '#domain/memo/verbatim/printed-source.ts';
import { listPrintedQuotes, verifyQuotes } from '#domain/memo/verbatim/verify-quotes.ts';
import { runSteps } from '#domain/steps.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const documentOf = (article: WrittenArticle) =>
  buildMemoDocument(
    writeMemo([
      section('key-judgements', 'J', judgement(['It is likely.', cite(article, 0, 'whole')])),
      section('analysis', 'A', paragraph(cite(article, 0, 'whole')), quoteBlock(article, 0)),
    ]),
    materialOf([article]),
  );
const sourceOf = ({ cited }: WrittenArticle): ReadonlyMap<number, PrintedSource> => {
  const source = printedSourceOf(cited);
  return new Map(source === null ? [] : [[1, source]]);
};

const faultsOf = (article: WrittenArticle) => runSteps(verifyQuotes(documentOf(article), sourceOf(article)));

describe('the proof of printed quotes', () => {
  it('sees every quote, in judgements, running text and blocks', () => {
    const article = writeArticle(['He said “We will” twice.'], ['He said “We will”']);
    expect(listPrintedQuotes(documentOf(article)).flatMap(({ parts }) => parts)).toEqual([
      'He said ‘We will’',
      'He said ‘We will’',
      'He said “We will”',
    ]);
    expect(faultsOf(article)).toEqual([]);
  });

  it('fails a quote that differs by one character, and one whose source is not there', () => {
    const article = writeArticle(['We are prepared to act.'], ['We are prepared']);
    const document = documentOf(article);
    const altered = mapDocumentTexts(document, (text) => text.replace('are prepared', 'are\u00a0prepared'));
    expect(runSteps(verifyQuotes(altered, sourceOf(article)))).toHaveLength(3);
    expect(runSteps(verifyQuotes(document, new Map()))).toHaveLength(3);
  });

  it('holds for any passage of any text that cuts no word, whatever marks, breaks and pictures it has', () => {
    const unit = fc.constantFrom(
      'ships',
      'B',
      '‘',
      '’',
      '"',
      "'",
      '…',
      '.',
      ',',
      '\uFFFC',
      'شمال',
      '😀',
      '[',
      ']',
      '“we',
      'so”',
    );
    const paragraphs = fc.array(fc.array(unit, { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (written, from, length) => {
        const texts = written.map((units) => units.join(' '));
        const characters = texts.join('\n').split(/(?=[ \n])/u);
        const start = from % characters.length;
        const quote = characters
          .slice(start, start + 1 + (length % characters.length))
          .join('')
          .trim();
        const article = writeArticle(texts, [quote]);
        const faults = faultsOf(article).flatMap((faulty) => faulty.faults);
        // Whose words they are is told by marks, and marks at random may say that there are two speakers.
        expect(faults.filter(({ kind }) => kind !== 'omission-across-speakers')).toEqual([]);
      }),
    );
  });

  it('names a passage that cuts a word, in running text and in a block', () => {
    const article = writeArticle(['It has 245 ships.'], ['45 ships']);
    const faults = faultsOf(article).map((faulty) => faulty.faults);
    const cut = { kind: 'cut-inside-number', shown: '45', whole: '245' };
    expect(faults).toEqual([[cut], [cut], [cut]]);
  });
});

describe('a passage of several parts', () => {
  const printed = (article: WrittenArticle): string =>
    documentOf(article)
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
      .map((run) => ('text' in run ? run.text : ''))
      .join('');

  it('is one quotation where one speaker was interrupted', () => {
    const article = writeArticle(
      ['“We wait,” an official said. “They have not stopped.”'],
      [['We wait', 'They have not stopped.']],
    );
    expect(printed(article)).toBe('“We wait […] They have not stopped.”');
    expect(faultsOf(article)).toEqual([]);
  });

  it.each([
    ['two speakers', ['“We wait here,” said Roe. “They have not stopped,” said Doe.']],
    ['two paragraphs', ['Of this he said: We wait here.', 'They have not stopped, he said.']],
  ])('is two quotations where the parts are of %s', (_, paragraphs) => {
    const article = writeArticle(paragraphs, [['We wait here', 'They have not stopped']]);
    expect(printed(article)).toBe('“We wait here” […] “They have not stopped”');
    expect(faultsOf(article)).toEqual([]);
  });

  it('does not leave out a denial, however it is printed', () => {
    const article = writeArticle(
      ['We are at this time not at war with Iran.'],
      [['We are at this time', 'at war with Iran']],
    );
    const faults = faultsOf(article).map((faulty) => faulty.faults);
    const left = { kind: 'negation-omitted', word: 'not' };
    expect(faults).toEqual([[left], [left], [left]]);
  });

  it('keeps the marks that it has', () => {
    const article = writeArticle(
      ['“We wait,” said Roe. “They go,” said Doe.'],
      [['“We wait,”', '“They go,”']],
    );
    expect(printed(article)).toBe('“We wait,” […] “They go,”');
    expect(faultsOf(article)).toEqual([]);
  });
});
