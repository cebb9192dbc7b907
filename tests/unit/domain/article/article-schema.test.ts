import { type ContentMatch, Fragment, type Mark, type MarkType, Node, type NodeType } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { createArticleSchema } from '#renderer/editor/article-schema.ts';
import { anyBody } from './body-arbitrary.ts';

const schema = createArticleSchema();

const checkedDocument = (json: unknown): Node => {
  const document = Node.fromJSON(schema, json);
  document.check();
  return document;
};

const isAcceptedByEditor = (json: unknown): boolean => {
  try {
    checkedDocument(json);
    return true;
  } catch {
    return false;
  }
};

/** Chooses one of `count`, from a tape of numbers; when the tape ends, always the first. */
type Choose = (count: number) => number;

const drawAttribute = (name: string, choose: Choose): unknown => {
  const values: Record<string, readonly unknown[]> = {
    level: [1, 2, 3, 4, 5, 6],
    start: [1, 0, 7, Number.MAX_SAFE_INTEGER],
    colspan: [1, 2, 1000],
    rowspan: [1, 3, 1000],
    sha256: ['0'.repeat(64), 'a1'.repeat(32)],
    format: ['png', 'jpg'],
    width: [1, 2400],
    height: [1, 640],
    index: [1, 14],
    confidence: [0, 91, 100],
    label: [null, 'xii'],
    box: [
      [0, 0, 10_000, 10_000],
      [1200, 840, 8800, 1250],
    ],
  };
  const choices = values[name] ?? ['', 'a harbour', 'https://a.example/b?c=d&e', '<b>"\'&', '\u202e\n'];
  return choices[choose(choices.length)];
};

const drawAttributes = (type: NodeType | MarkType, choose: Choose): Record<string, unknown> =>
  Object.fromEntries(Object.keys(type.spec.attrs ?? {}).map((name) => [name, drawAttribute(name, choose)]));

const drawMarks = (parent: NodeType, choose: Choose): readonly Mark[] =>
  Object.values(schema.marks)
    .filter((mark) => parent.allowsMarkType(mark) && choose(4) === 1)
    .map((mark) => mark.create(drawAttributes(mark, choose)));

/** Walks the content expression of `parent`, so that every order of children that it allows may come. */
const drawContent = (parent: NodeType, choose: Choose): Fragment => {
  const children: Node[] = [];
  let match: ContentMatch = parent.contentMatch;
  while (!match.validEnd || choose(3) > 0) {
    if (match.edgeCount === 0) break;
    const edge = match.edge(choose(match.edgeCount));
    children.push(drawNode(edge.type, parent, choose));
    match = edge.next;
  }
  return Fragment.from(children);
};

const drawNode = (type: NodeType, parent: NodeType, choose: Choose): Node => {
  const marks = type.isInline ? drawMarks(parent, choose) : [];
  if (type.isText) return schema.text(['x', ' ', 'é\n', '\uFFFC', '😀'][choose(5)] ?? 'x', [...marks]);
  return type.createChecked(drawAttributes(type, choose), drawContent(type, choose), [...marks]);
};

const drawDocument = (tape: readonly number[]): Node => {
  let at = 0;
  const choose: Choose = (count) => {
    const chosen = (tape[at] ?? 0) % count;
    at += 1;
    return chosen;
  };
  return schema.topNodeType.createChecked(null, drawContent(schema.topNodeType, choose));
};

describe('the schema of the editor and the schema of the archive', () => {
  it('agree on every body that the archive accepts, and on its text', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(bodySchema.safeParse(body).success).toBe(true);
        const document = checkedDocument(body);
        const again = bodySchema.parse(document.toJSON());
        expect(canonicalText(again)).toBe(canonicalText(body));
        expect(checkedDocument(again).toJSON()).toEqual(document.toJSON());
      }),
    );
  });

  it('agree on every document that the editor can hold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 400, size: 'max' }), (tape) => {
        const json: unknown = drawDocument(tape).toJSON();
        const parsed = bodySchema.safeParse(json);
        expect(parsed.error).toBeUndefined();
        expect(parsed.data).toEqual(json);
      }),
    );
  });

  it('cover the same nodes and marks', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(
      [
        'blockquote',
        'bulletList',
        'codeBlock',
        'doc',
        'hardBreak',
        'heading',
        'horizontalRule',
        'image',
        'listItem',
        'orderedList',
        'paragraph',
        'picture',
        'table',
        'tableCell',
        'tableHeader',
        'tableRow',
        'text',
      ].sort(),
    );
    expect(Object.keys(schema.marks)).toEqual([
      'page',
      'machine',
      'link',
      'bold',
      'italic',
      'strike',
      'inserted',
      'code',
      'superscript',
      'subscript',
      'hyphenated',
      'caption',
    ]);
  });

  const text = { type: 'text', text: 'x' };
  const paragraph = { type: 'paragraph', content: [text] };
  const doc = (...content: unknown[]) => ({ type: 'doc', content });
  it.each([
    ['no block at all', doc()],
    ['text outside a block', doc(text)],
    ['a heading of level 7', doc({ type: 'heading', attrs: { level: 7 }, content: [text] })],
    ['a heading of level 1.5', doc({ type: 'heading', attrs: { level: 1.5 }, content: [text] })],
    ['a list that starts below 0', doc({ type: 'orderedList', attrs: { start: -1 }, content: [] })],
    ['a list without items', doc({ type: 'bulletList' })],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph] })],
    ['an empty list item', doc({ type: 'bulletList', content: [{ type: 'listItem' }] })],
    ['an empty quote', doc({ type: 'blockquote' })],
    ['a line break in code', doc({ type: 'codeBlock', content: [{ type: 'hardBreak' }] })],
    ['a paragraph in a paragraph', doc({ type: 'paragraph', content: [paragraph] })],
    ['a table without rows', doc({ type: 'table' })],
    [
      'a cell over 1001 columns',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 1001, rowspan: 1 }, content: [paragraph] }],
          },
        ],
      }),
    ],
    ['a node of an unknown kind', doc({ type: 'iframe' })],
    ['empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['an unknown mark', doc({ type: 'paragraph', content: [{ ...text, marks: [{ type: 'underline' }] }] })],
    [
      'the same mark twice',
      doc({ type: 'paragraph', content: [{ ...text, marks: [{ type: 'bold' }, { type: 'bold' }] }] }),
    ],
    [
      'two addresses on one text',
      doc({
        type: 'paragraph',
        content: [
          {
            ...text,
            marks: [
              { type: 'link', attrs: { href: 'https://a.example' } },
              { type: 'link', attrs: { href: 'https://b.example' } },
            ],
          },
        ],
      }),
    ],
    [
      'a link without an address',
      doc({ type: 'paragraph', content: [{ ...text, marks: [{ type: 'link' }] }] }),
    ],
    ['a marked paragraph', doc({ ...paragraph, marks: [{ type: 'bold' }] })],
  ])('both refuse %s', (_, body) => {
    expect(bodySchema.safeParse(body).success).toBe(false);
    expect(isAcceptedByEditor(body)).toBe(false);
  });
});
