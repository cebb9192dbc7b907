/** Bodies of articles for property tests, generated from what `bodySchema` promises and not from its code. */
import fc from 'fast-check';
import type { BlockNode, Body, InlineNode, ListItemNode, Mark, TextNode } from '#domain/article/body/body.ts';
import { sha256Schema } from '#domain/ids.ts';

const edge = fc.integer({ min: 0, max: 10_000 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ type: fc.constant('link' as const), attrs: fc.record({ href: fc.webUrl() }) }),
  fc.record({
    type: fc.constantFrom(
      'bold',
      'italic',
      'code',
      'strike',
      'inserted',
      'superscript',
      'subscript',
      'hyphenated',
      'caption',
    ),
  }),
  fc.record({
    type: fc.constant('machine' as const),
    attrs: fc.record({ confidence: fc.integer({ min: 0, max: 100 }) }),
  }),
  fc.record({
    type: fc.constant('page' as const),
    attrs: fc.record({
      index: fc.integer({ min: 1 }),
      label: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
      box: fc.tuple(edge, edge, edge, edge),
    }),
  }),
);
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 4 });

const text: fc.Arbitrary<TextNode> = fc.record(
  { type: fc.constant('text' as const), text: fc.string({ minLength: 1, unit: 'grapheme' }), marks },
  { requiredKeys: ['type', 'text'] },
);
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.record({ type: fc.constant('hardBreak' as const), marks }, { requiredKeys: ['type'] }),
  fc.record(
    {
      type: fc.constant('image' as const),
      attrs: fc.record({ alt: fc.string(), src: fc.string() }),
      marks,
    },
    { requiredKeys: ['type', 'attrs'] },
  ),
  fc.record(
    {
      type: fc.constant('picture' as const),
      attrs: fc.record({
        sha256: fc
          .string({ unit: fc.constantFrom('0', '7', 'a', 'f'), minLength: 64, maxLength: 64 })
          .map((hash) => sha256Schema.parse(hash)),
        format: fc.constantFrom('png' as const, 'jpg' as const),
        width: fc.integer({ min: 1, max: 2400 }),
        height: fc.integer({ min: 1, max: 2400 }),
        alt: fc.string(),
      }),
      marks,
    },
    { requiredKeys: ['type', 'attrs'] },
  ),
);
const inlines = fc.array(inline, { maxLength: 4 });

const paragraph = fc.record(
  { type: fc.constant('paragraph' as const), content: inlines },
  { requiredKeys: ['type'] },
);
const heading = fc.record(
  {
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
    content: inlines,
  },
  { requiredKeys: ['type', 'attrs'] },
);
const codeBlock = fc.record(
  { type: fc.constant('codeBlock' as const), content: fc.array(text, { maxLength: 2 }) },
  { requiredKeys: ['type'] },
);

const { block } = fc.letrec<{ block: BlockNode; blocks: BlockNode[]; items: ListItemNode[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  items: fc.array(fc.record({ type: fc.constant('listItem' as const), content: tie('blocks') }), {
    minLength: 1,
    maxLength: 3,
  }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: paragraph },
    heading,
    codeBlock,
    fc.constant({ type: 'horizontalRule' as const }),
    fc.record({ type: fc.constant('blockquote' as const), content: tie('blocks') }),
    fc.record({ type: fc.constant('bulletList' as const), content: tie('items') }),
    fc.record({
      type: fc.constant('orderedList' as const),
      attrs: fc.record({ start: fc.nat() }),
      content: tie('items'),
    }),
    fc.record({
      type: fc.constant('table' as const),
      content: fc.array(
        fc.record({
          type: fc.constant('tableRow' as const),
          content: fc.array(
            fc.record({
              type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
              attrs: fc.record({
                colspan: fc.integer({ min: 1, max: 1000 }),
                rowspan: fc.integer({ min: 1, max: 1000 }),
              }),
              content: tie('blocks'),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
}));

/** Any body that an article may have. */
export const anyBody: fc.Arbitrary<Body> = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { minLength: 1, maxLength: 5 }),
});
