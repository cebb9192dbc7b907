/** One memo with everything that a document can contain, for tests of the export formats. */
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ExportParts, usualParts } from '#domain/memo/export/export-parts.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type { MemoTable } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { figureOf, picturesOf, writePicture } from '../pictures/written-figure.ts';
import { materialOf, writeArticle } from './written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, writeMemo } from './written-memo.ts';

const dispatch = writeArticle(
  [
    'The envoy said the *list* stays <closed>.',
    'Exports rose to 1_000 units. # not a heading',
    '“We wait,” an official said. “They have not stopped.”',
  ],
  [
    'the *list* stays <closed>',
    { quote: '1_000 units. # not a heading', passage: { grade: { reliability: 'B', credibility: 3 } } },
    ['We wait', 'They have not stopped.'],
  ],
);
const arabic = writeArticle(['قال المتحدث إن الميناء مغلق.'], ['الميناء مغلق'], {
  bibliography: { language: 'ar', publisher: 'صحيفة الميناء', title: 'الميناء', url: null },
});

const cell = (type: 'tableCell' | 'tableHeader', text: string, colspan = 1) => ({
  type,
  attrs: { colspan, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table: MemoTable = {
  type: 'table',
  content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Port'), cell('tableHeader', 'Ships | day')] },
    { type: 'tableRow', content: [cell('tableCell', 'Varna'), cell('tableCell', '45')] },
    { type: 'tableRow', content: [cell('tableCell', 'Both, all of April', 2)] },
  ],
};

/** The headings of its parts, in order. */
export const headingsOfFormatMemo = [
  'Bottom line',
  'Key judgements',
  'Background & <history>',
  'Sources',
  'Annex: copies cited',
];

/** Its quotations, as in their sources. */
export const quotesOfFormatMemo = [
  'the *list* stays <closed>',
  '1_000 units. # not a heading',
  'We wait',
  'They have not stopped.',
  'الميناء مغلق',
];

const writeFormatMemo = (head: Partial<MemoHead>): Memo =>
  writeMemo(
    [
      section(
        'bottom-line',
        'Bottom line',
        paragraph('The port closes', cite(dispatch, 0, 'whole'), ' and is unlikely to open.'),
      ),
      section(
        'key-judgements',
        'Key judgements',
        judgement(['It will likely close', cite(dispatch, 2, 'whole'), '.'], {
          confidenceReason: 'one official line',
          assumptions: 'The list holds',
          wouldChange: 'A second envoy comes',
        }),
        judgement(['The embargo ends.'], { likelihood: 'very-unlikely' }),
      ),
      section(
        'background',
        'Background & <history>',
        paragraph(
          'First',
          { type: 'footnote', attrs: { text: 'A note <of> two.' } },
          ', then',
          { type: 'footnote', attrs: { text: 'Another.' } },
          ' see ',
          {
            type: 'text',
            text: 'the list',
            marks: [{ type: 'link', attrs: { href: 'https://list.example/a?b=1&c=2' } }],
          },
          ' said ',
          cite(arabic, 0, 'whole'),
          '.',
        ),
        quoteBlock(dispatch, 1),
        {
          type: 'orderedList',
          content: [
            { type: 'listItem', content: [paragraph('One')] },
            {
              type: 'listItem',
              content: [
                paragraph('Two'),
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [paragraph('Below two')] }],
                },
              ],
            },
          ],
        },
        table,
      ),
    ],
    { title: 'Beijing visit: <what> the “warning” changes', restrictions: 'Not to the press', ...head },
  );

const material = materialOf([dispatch, arabic]);

/** The document of that memo; a test states what matters to it in the head. */
export const formatMemo = (head: Partial<MemoHead> = {}): MemoDocument =>
  buildMemoDocument(writeFormatMemo(head), material);

/** A memo with a figure, and with a table that is wider than a page. */
export const memoWithWideTable = (): MemoDocument => {
  const row = (type: 'tableHeader' | 'tableCell', word: string) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: 10 }, (_, at) => cell(type, `${word} of column ${at + 1}`)),
  });
  const wide: MemoTable = {
    type: 'table',
    attrs: { caption: 'Calls by month', source: 'Harbour register' },
    content: [row('tableHeader', 'Head'), row('tableCell', 'Words')],
  };
  const picture = writePicture();
  const blocks = [figureOf(picture), paragraph('Before.'), wide, paragraph('After.')];
  const memo = writeMemo([section('analysis', 'Analysis', ...blocks)]);
  return { ...buildMemoDocument(memo, material), pictures: picturesOf(picture) };
};

/** The same as exported, in its first draft. */
export const exportedFormatMemo = (
  parts: Partial<ExportParts> = {},
  head: Partial<MemoHead> = {},
): MemoDocument => {
  const memo = writeFormatMemo(head);
  return dressDocument(
    buildMemoDocument(memo, material),
    { memo, material, draftNumber: 1, sentWith: null, manifest: null },
    { ...usualParts, ...parts },
  );
};
