import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoContent, MemoInline } from '#domain/memo/memo-content.ts';
import {
  inlineBetween,
  OBJECT,
  textOf,
  writtenBlocks,
  writtenText,
} from '#domain/memo/round/written-blocks.ts';
import { anyContent } from '../../../../support/memo/any-content.ts';
import { writeArticle } from '../../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  subHeading,
} from '../../../../support/memo/written-memo.ts';

const article = writeArticle(['The port closed on Monday.'], ['The port closed']);
const contentOf = (...sections: MemoContent['content']): MemoContent => ({ type: 'doc', content: sections });

type AnyNode = { readonly content?: readonly AnyNode[] };
const nodeAt = (content: MemoContent, path: readonly number[]): unknown =>
  path.reduce<AnyNode | undefined>((node, at) => node?.content?.[at], content as AnyNode);

describe('the blocks of a memo that hold words', () => {
  it('are counted in reading order, with those in lists and tables', () => {
    const content = contentOf(
      section(
        'analysis',
        'Analysis',
        subHeading('Ships'),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Two tankers.')] }] },
        {
          type: 'table',
          attrs: { caption: 'Calls', source: 'Register' },
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { colspan: 1, rowspan: 1 },
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'May' }] }],
                },
              ],
            },
          ],
        },
        quoteBlock(article, 0),
      ),
      section('gaps', 'Gaps', judgement(['It is likely.'], { assumptions: 'The port stays shut.' })),
    );
    expect(
      writtenBlocks(content).map(({ block, node, path, texts }) => [
        block,
        node.type,
        path.join('.'),
        texts.filter(({ text }) => text !== '').map(({ field, text }) => `${field}: ${text}`),
      ]),
    ).toEqual([
      [0, 'section', '0', ['heading: Analysis']],
      [1, 'heading', '0.0', ['text: Ships']],
      [2, 'paragraph', '0.1.0.0', ['text: Two tankers.']],
      [3, 'table', '0.2', ['caption: Calls', 'source: Register']],
      [4, 'paragraph', '0.2.0.0.0', ['text: May']],
      [5, 'quotation', '0.3', [`text: ${OBJECT}`]],
      [6, 'section', '1', ['heading: Gaps']],
      [7, 'judgement', '1.0', ['text: It is likely.', 'assumptions: The port stays shut.']],
    ]);
  });

  it('count a citation, a footnote and a line break as one letter each', () => {
    const inline: readonly MemoInline[] = [
      { type: 'text', text: 'It closed' },
      cite(article, 0),
      { type: 'hardBreak' },
      { type: 'text', text: 'on Monday', marks: [{ type: 'bold' }] },
      { type: 'footnote', attrs: { text: 'By the harbour.' } },
    ];
    expect(writtenText(inline)).toBe(`It closed${OBJECT}${OBJECT}on Monday${OBJECT}`);
    expect(inlineBetween(inline, 3, 13)).toEqual([
      { type: 'text', text: 'closed' },
      inline[1],
      inline[2],
      { type: 'text', text: 'on', marks: [{ type: 'bold' }] },
    ]);
  });

  it('are found again where they are said to stand, in any memo', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const [at, { block, node, path }] of writtenBlocks(content).entries()) {
          expect(block).toBe(at);
          expect(nodeAt(content, path)).toBe(node);
        }
      }),
    );
  });

  it('are cut at any place, and are the same when put together', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(60), fc.nat(60), (content, a, b) => {
        for (const block of writtenBlocks(content)) {
          const { node } = block;
          if (node.type !== 'paragraph' && node.type !== 'judgement') continue;
          const inline = node.content ?? [];
          const text = textOf(block, 'text') ?? '';
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const parts = [[0, start] as const, [start, end] as const, [end, text.length] as const].map(
            (range) => inlineBetween(inline, ...range),
          );
          expect(parts.map(writtenText)).toEqual([
            text.slice(0, start),
            text.slice(start, end),
            text.slice(end),
          ]);
          expect(inlineBetween(inline, 0, text.length)).toEqual(inline);
        }
      }),
    );
  });
});
