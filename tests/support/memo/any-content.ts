/** Random memos of every shape that the archive supports: for property tests. */
import fc from 'fast-check';
import { listNumberings } from '#domain/memo/content/list-numbering.ts';
import {
  type MemoBlock,
  type MemoContent,
  type MemoInline,
  type MemoSection,
  memoContentSchema,
} from '#domain/memo/memo-content.ts';

const id: fc.Arbitrary<string> = fc
  .nat(0xff_ffff)
  .map((number) => `0191d0b0-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
const hash = fc.nat(0xff_ffff).map((number) => number.toString(16).padStart(64, '0'));

const words = fc
  .array(
    fc.constantFrom(
      'the',
      'port',
      'ministry',
      'likely',
      'listed',
      'May',
      'ünser',
      '港口',
      '👩‍👩‍👧',
      '–',
      'a',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((each) => each.join(' '));

const citation = fc.record({
  type: fc.constant('citation' as const),
  attrs: fc.record({
    articleId: id,
    passageId: id,
    exactSha256: hash,
    form: fc.constantFrom('whole', 'paraphrase', 'number'),
  }),
});

const marks = fc.constantFrom(
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'bold' }, { type: 'italic' }],
  [{ type: 'strike' }],
  [{ type: 'underline' }],
  [{ type: 'superscript' }],
  [{ type: 'subscript' }, { type: 'smallCaps' }],
);
const inline = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), text: words }) },
    fc.record({ type: fc.constant('text' as const), text: words, marks }),
    citation,
    fc.record({
      type: fc.constant('reference' as const),
      attrs: fc.record({ kind: fc.constantFrom('judgement', 'table', 'paragraph', 'section'), target: id }),
    }),
    fc.record({ type: fc.constant('footnote' as const), attrs: fc.record({ text: words }) }),
    fc.constant({ type: 'hardBreak' as const }),
  ),
  { maxLength: 5 },
) as fc.Arbitrary<MemoInline[]>;

const maybeWords = fc.oneof(fc.constant(''), words);
const paragraph = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('paragraph' as const), content: inline }) },
  fc.record({
    type: fc.constant('paragraph' as const),
    attrs: fc.record({ anchor: id, keepsNext: fc.constant(true as const) }),
    content: inline,
  }),
);
const judgement = fc.record({
  type: fc.constant('judgement' as const),
  attrs: fc.record({
    id,
    likelihood: fc.constantFrom(null, 'likely'),
    confidence: fc.constantFrom(null, 'moderate' as const),
    confidenceReason: maybeWords,
    assumptions: maybeWords,
    wouldChange: maybeWords,
  }),
  content: inline,
});
const quotation = fc.record({
  type: fc.constant('quotation' as const),
  attrs: fc.record({ articleId: id, passageId: id, exactSha256: hash }),
});
const table = fc.record({
  type: fc.constant('table' as const),
  attrs: fc.record({ caption: maybeWords, source: maybeWords }),
  content: fc.array(
    fc.record({
      type: fc.constant('tableRow' as const),
      content: fc.array(
        fc.record({
          type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
          attrs: fc.constant({ colspan: 1, rowspan: 1 }),
          content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});
const heading = fc.record({
  type: fc.constant('heading' as const),
  attrs: fc.record({ level: fc.constantFrom(1 as const, 2 as const) }),
  content: words.map((text) => [{ type: 'text' as const, text }]),
});
const figure = fc.record({
  type: fc.constant('figure' as const),
  attrs: fc.record({
    sha256: hash,
    format: fc.constant('png'),
    width: fc.constant(40),
    height: fc.constant(30),
    size: fc.constant('text'),
    alt: maybeWords,
    caption: maybeWords,
    source: maybeWords,
  }),
});

const { block } = fc.letrec<{ block: MemoBlock; list: MemoBlock }>((tie) => ({
  list: fc
    .record({
      type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      numbering: fc.constantFrom(undefined, ...listNumberings),
      content: fc.array(
        fc.record({
          type: fc.constant('listItem' as const),
          content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    .map(({ type, numbering, content }) =>
      type === 'orderedList' && numbering !== undefined
        ? { type, attrs: { numbering }, content }
        : { type, content },
    ) as fc.Arbitrary<MemoBlock>,
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: paragraph },
    { weight: 2, arbitrary: judgement },
    quotation,
    table,
    tie('list'),
  ) as fc.Arbitrary<MemoBlock>,
}));

const section = fc.record({
  type: fc.constant('section' as const),
  attrs: fc.record({ role: fc.constantFrom('analysis', 'own'), heading: words }),
  content: fc.array(fc.oneof({ weight: 4, arbitrary: block }, heading, figure), {
    minLength: 1,
    maxLength: 5,
  }),
}) as fc.Arbitrary<MemoSection>;

/** Any memo's content. */
export const anyContent: fc.Arbitrary<MemoContent> = fc
  .array(section, { minLength: 1, maxLength: 3 })
  .map((content) => memoContentSchema.parse({ type: 'doc', content }));
