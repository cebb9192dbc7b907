/** A memo of about a hundred pages with all that a memo has. */
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { materialOf, writeArticle } from '../support/memo/written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, writeMemo } from '../support/memo/written-memo.ts';

const sentences = [
  'The ministry confirmed that the shipments had been inspected twice and that the papers named a consignee abroad.',
  'Two of the eleven series that were published in the spring agree with this as far as the second intermediary.',
  'Nothing that was seen so far contradicts it, although most of what is known comes from one official line.',
  'The port authority spoke of ordinary traffic, which its own figures for the second half of the year do not bear out.',
];
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => sentences[(from + at) % sentences.length]).join(' ');

const articles = Array.from({ length: 40 }, (_, at) =>
  writeArticle([words(at, 2), words(at + 1, 3)], [sentences[(at + 1) % sentences.length] ?? ''], {
    bibliography: { title: `Report ${at + 1}: what the series show` },
  }),
);
const articleAt = (at: number) => articles[at % articles.length] ?? writeArticle(['']);

const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table = (rows: number): MemoBlock => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: ['Partner', '2022', '2023'].map((text) => cell('tableHeader', text)) },
    ...Array.from({ length: rows }, (_, at) => ({
      type: 'tableRow' as const,
      content: [`Country ${at}`, String(1000 + at), String(1100 + at)].map((text) => cell('tableCell', text)),
    })),
  ],
});

const blocks = (part: number): MemoBlock[] =>
  Array.from({ length: 25 }, (_, at) => {
    const article = articleAt(part * 7 + at);
    if (at % 8 === 3) return quoteBlock(article, 0);
    const footnote = { type: 'footnote' as const, attrs: { text: `Series ${part}.${at}, by partner.` } };
    return paragraph(words(part + at, 5), ...(at % 4 === 0 ? [footnote] : []), ' ', cite(article, 0));
  });

/** The memo as a document model. */
export const longMemo = (): MemoDocument =>
  buildMemoDocument(
    writeMemo([
      section('bottom-line', 'Bottom line', paragraph(words(0, 2), cite(articleAt(0), 0))),
      section(
        'key-judgements',
        'Key judgements',
        ...Array.from({ length: 6 }, (_, at) =>
          judgement([`It is likely that ${words(at, 1)}`, cite(articleAt(at), 0)], {
            confidenceReason: 'one official line and one series',
          }),
        ),
      ),
      ...Array.from({ length: 22 }, (_, part) =>
        section('own', `Part ${part + 1}`, ...blocks(part), ...(part % 4 === 0 ? [table(30)] : [])),
      ),
    ]),
    materialOf(articles),
  );
