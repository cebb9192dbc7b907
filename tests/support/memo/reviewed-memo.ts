/** A memo with a block of each kind, and its Word document for reviewers. */
import { archiveIdSchema, snapshotIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { sampleId } from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import { materialOf, writeArticle } from './written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, subHeading, writeMemo } from './written-memo.ts';

const table = (rows: readonly (readonly string[])[]) =>
  ({
    type: 'table',
    attrs: { caption: 'Calls at the port', source: 'harbour register' },
    content: rows.map((cells, row) => ({
      type: 'tableRow' as const,
      content: cells.map((text) => ({
        type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
        attrs: { colspan: 1, rowspan: 1 },
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    })),
  }) as const;

const list = (...texts: readonly string[]) =>
  ({
    type: 'bulletList',
    content: texts.map((text) => ({ type: 'listItem' as const, content: [paragraph(text)] })),
  }) as const;

export const reviewedMemo = () => {
  const article = writeArticle(
    ['The port closed on Monday. We have named companies before, and no flag protects anyone.'],
    ['The port closed on Monday', 'We have named companies before, and no flag protects anyone.'],
  );
  const memo = writeMemo([
    section('bottom-line', 'Bottom line', paragraph('Further names are likely to follow.')),
    section(
      'key-judgements',
      'Key judgements',
      judgement(['A first round of listings is likely to name forwarders', cite(article, 0), '.'], {
        confidenceReason: 'one official line',
        assumptions: 'the list is read twice',
      }),
    ),
    section(
      'background',
      'Background',
      subHeading('The port'),
      paragraph(
        'All four had offices at the quay in Varnholm. ',
        cite(article, 0, 'whole'),
        ' So it was said.',
      ),
      paragraph('The licensing office told carriers in March.', {
        type: 'footnote',
        attrs: { text: 'It stamps, and the ministry decides.' },
      }),
      quoteBlock(article, 1),
      list('Neither port spoke.', 'The ministry did.'),
      table([
        ['Port', 'Calls'],
        ['Varnholm', '2118'],
      ]),
      paragraph('Further names will be made public before the autumn, when the list has been read twice.'),
    ),
  ]);
  return { memo, material: materialOf([article]), article };
};

/** The document of that memo as sent to reviewers. */
export const reviewedDocument = (): MemoDocument => {
  const { memo, material } = reviewedMemo();
  return {
    ...buildMemoDocument(memo, material),
    manifest: {
      ...manifestOf(
        archiveIdSchema.parse(sampleId(1)),
        { id: snapshotIdSchema.parse(sampleId(2)), memoId: memo.id, evidence: [] },
        sha256Of,
      ),
      round: sha256Of('round'),
    },
  };
};
