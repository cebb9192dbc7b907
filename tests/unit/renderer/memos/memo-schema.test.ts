import { describe, expect, it } from 'vitest';
import { memoContentSchema } from '#domain/memo/memo-content.ts';
import { createMemoSchema } from '#renderer/memos/schema/memo-schema.ts';
import { readContent } from '#renderer/memos/state/read-content.ts';

const articleId = '01920000-0000-7000-8000-000000000001';
const passageId = '01920000-0000-7000-8000-000000000002';
const exactSha256 = 'a'.repeat(64);
const anchor = '01920000-0000-7000-8000-000000000004';

/** One document that holds every node, mark and attribute of a memo. */
const everything = {
  type: 'doc',
  content: [
    {
      type: 'section',
      attrs: { role: 'bottom-line', heading: 'Bottom line' },
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Plain ' },
            { type: 'text', marks: [{ type: 'bold' }, { type: 'italic' }], text: 'strong' },
            {
              type: 'text',
              marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }],
              text: 'there',
            },
            { type: 'hardBreak' },
            { type: 'footnote', attrs: { text: 'Series HS 8457.' } },
            {
              type: 'footnote',
              attrs: {
                text: '',
                content: [
                  { type: 'text', text: 'See', marks: [{ type: 'italic' }] },
                  { type: 'citation', attrs: { articleId, passageId, exactSha256, form: 'whole' } },
                ],
              },
            },
            { type: 'citation', attrs: { articleId, passageId, exactSha256, form: 'paraphrase' } },
            { type: 'reference', attrs: { kind: 'table', target: anchor } },
            { type: 'text', marks: [{ type: 'strike' }, { type: 'superscript' }], text: 'set' },
            {
              type: 'text',
              marks: [{ type: 'underline' }, { type: 'subscript' }, { type: 'smallCaps' }],
              text: 'so',
            },
          ],
        },
        { type: 'pageBreak' },
        {
          type: 'ownQuotation',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Typed.' }] },
            { type: 'paragraph' },
          ],
        },
        { type: 'paragraph', attrs: { anchor: passageId, keepsNext: true } },
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Below' }] },
        { type: 'heading', attrs: { level: 2 } },
        {
          type: 'figure',
          attrs: {
            ...{ sha256: exactSha256, format: 'png', width: 640, height: 400, size: 'half' },
            ...{ alt: 'A chart', caption: 'Calls', source: 'The register' },
          },
        },
        {
          type: 'judgement',
          attrs: {
            id: '01920000-0000-7000-8000-000000000003',
            likelihood: 'likely',
            confidence: 'low',
            confidenceReason: 'one government only',
            assumptions: '',
            wouldChange: 'a second origin',
          },
          content: [{ type: 'text', text: 'Listings come first.' }],
        },
        { type: 'quotation', attrs: { articleId, passageId, exactSha256, kept: [{ start: 0, end: 4 }] } },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
        {
          type: 'table',
          attrs: { caption: 'Calls at ports', source: 'Harbour register', anchor, widths: [30, 70] },
          content: [
            {
              type: 'tableRow',
              attrs: {
                event: { eventId: '01920000-0000-7000-8000-000000000009', printedSha256: exactSha256 },
              },
              content: [
                {
                  type: 'tableHeader',
                  attrs: { colspan: 1, rowspan: 1, align: null },
                  content: [{ type: 'paragraph' }],
                },
                {
                  type: 'tableCell',
                  attrs: { colspan: 2, rowspan: 1, align: 'decimal', part: 'when' },
                  content: [
                    { type: 'paragraph' },
                    {
                      type: 'bulletList',
                      content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

describe('the schema of the memo editor', () => {
  it('takes what the archive may hold and gives it back unchanged', () => {
    expect(memoContentSchema.parse(everything)).toEqual(everything);
    const node = createMemoSchema().nodeFromJSON(everything);
    node.check();
    expect(readContent(node)).toEqual(everything);
  });

  it('has no node and no attribute that the archive would refuse', () => {
    const schema = createMemoSchema();
    const used = new Set<string>();
    schema.nodeFromJSON(everything).descendants((node) => {
      used.add(node.type.name);
      return true;
    });
    expect(Object.keys(schema.nodes).filter((name) => name !== 'doc' && !used.has(name))).toEqual([]);
    expect(Object.keys(schema.marks)).toEqual([
      'link',
      'bold',
      'italic',
      'underline',
      'strike',
      'superscript',
      'subscript',
      'smallCaps',
    ]);
  });
});
