import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import type { MemoDocument, QuotationBlock, Run } from '#domain/memo/memo-document.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { formatMemo } from '../../../support/memo/format-memo.ts';
import { parseMarkdown, textOf } from './read-markdown.ts';

const { DOMParser } = new JSDOM().window;
const parser = new DOMParser();

/** What whoever opens a file of the format reads in it. */
const readers: readonly (readonly [string, (document: MemoDocument) => string])[] = [
  ['plain text', writeMemoText],
  ['Markdown', (document) => textOf(parseMarkdown(writeMemoMarkdown(document)))],
  ['HTML', (document) => parser.parseFromString(writeMemoHtml(document), 'text/html').body.textContent ?? ''],
];

const passageId = passageIdSchema.parse(newSampleId());
const signs = '*_`~#+-=.!|\\<>[](){}&;:/@"\'$^%1239aZé—“”‘’…¶\u00A0 日م'.split('');
const piece = fc.oneof(
  fc.constantFrom(...signs),
  fc.constantFrom(
    '&amp;',
    '<b>',
    '<!--',
    '](',
    '**',
    '__',
    '~~',
    '```',
    '- ',
    '1. ',
    '# ',
    '| ',
    'http://a_b.example/c_d',
    'www.a_b.example',
    'x_y@a-b.example',
    '[^a]',
    '[x]',
    '\\*',
    'not *so*',
    'word',
    ' and ',
  ),
);
const sentence = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => `w${pieces.join('')}w`);

const inline = (text: string): Run => ({ kind: 'quote', text, source: 1, passageId, lang: null, dir: 'ltr' });
const block = (text: string): QuotationBlock => ({
  kind: 'quotation',
  passageId,
  quotes: [text],
  label: 'claim',
  lang: null,
  dir: 'ltr',
  pinpoint: { source: 1, paragraph: 1, place: null },
  attribution: 'Harbour Dispatch',
  grade: null,
});

/** A document that quotes `text` in a sentence, in a list, in a table and in a block. */
const quoting = (text: string): MemoDocument => {
  const paragraph = { kind: 'paragraph', runs: [{ kind: 'text', text: '“' }, inline(text)] } as const;
  const cell = { column: 0, row: 0, colspan: 1, rowspan: 1, isHeader: false, blocks: [paragraph] };
  return {
    ...formatMemo(),
    sections: [
      {
        role: 'analysis',
        heading: 'Analysis',
        blocks: [
          paragraph,
          { kind: 'list', ordered: false, items: [[paragraph]] },
          { kind: 'table', columns: 1, headerRows: 0, cells: [cell] },
          block(text),
        ],
      },
    ],
  };
};

const count = (text: string, words: string): number => text.split(words).length - 1;

describe('whatever is quoted', () => {
  it.each(readers)('stands verbatim in %s, wherever it is quoted', (_, read) => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(count(read(quoting(text)), text)).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 120 },
    );
  });
});
