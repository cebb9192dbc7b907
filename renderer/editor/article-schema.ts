/**
 * The body of an article for TipTap: node for node and attribute for attribute what `bodySchema` of the domain
 * accepts, and nothing that an editor would add (no link targets, no column widths, no code languages). The
 * reader and the import check are built with it; a test holds the two equal in both directions.
 *
 * Everything here comes from files that are not trusted. An address is never an `href` and a picture is never an
 * `img`: a link is inert and a picture is a placeholder by construction, not by a guard that could be forgotten.
 */
import { type Extensions, getSchema, Mark, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { pictureWords } from '#domain/article/draft/picture-words.ts';
import { HardBreak, ListItem, Paragraph, plainMark, TableRow, Text } from './plain-nodes.ts';

const wholeNumber = (from: number, to: number) => (value: unknown) => {
  if (!(Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to)) {
    throw new RangeError(`Not a whole number from ${from} to ${to}: ${String(value)}`);
  }
};

const block = (name: string, tag: string, content: string) =>
  Node.create({
    name,
    group: 'block',
    content,
    defining: true,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, validate: wholeNumber(1, 6), rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
});

const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', ['code', 0]],
});

const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

const Blockquote = block('blockquote', 'blockquote', 'block+');
const BulletList = block('bulletList', 'ul', 'listItem+');

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      validate: wholeNumber(0, Number.MAX_SAFE_INTEGER),
      parseHTML: (element) => Math.max(0, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 0),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  // Wide tables scroll inside this frame instead of widening the column of text.
  renderHTML: () => ['div', { class: 'article-table' }, ['table', ['tbody', 0]]],
});

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  validate: wholeNumber(1, 1000),
  parseHTML: (element: HTMLElement) =>
    Math.min(1000, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
});

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const TableCell = cell('tableCell', 'td');
const TableHeader = cell('tableHeader', 'th');

const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    alt: { default: '', validate: 'string', rendered: false },
    src: { default: '', validate: 'string', rendered: false },
  }),
  renderHTML: ({ node }) => {
    const words = pictureWords({ alt: node.attrs.alt, src: node.attrs.src });
    return ['span', { class: 'article-picture', role: 'img', 'aria-label': words }, words];
  },
});

const isBox = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((edge) => Number.isInteger(edge) && edge >= 0 && edge <= 10_000);
const isLabel = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length > 0 && value.length <= 20);

const must = (isFit: (value: unknown) => boolean, what: string) => (value: unknown) => {
  if (!isFit(value)) throw new RangeError(`Not ${what}: ${String(value)}`);
};

/** Where on a page of the original a text is printed. */
const Page = Mark.create({
  name: 'page',
  addAttributes: () => ({
    index: { validate: wholeNumber(1, Number.MAX_SAFE_INTEGER), isRequired: true, rendered: false },
    label: { validate: must(isLabel, 'a printed number'), isRequired: true, rendered: false },
    box: { validate: must(isBox, 'a box on a page'), isRequired: true, rendered: false },
  }),
  renderHTML: () => ['span', 0],
});

/** Letters before a hyphen at the end of a line that the text does not have. */
const Hyphenated = Mark.create({
  name: 'hyphenated',
  renderHTML: () => [
    'span',
    { class: 'article-hyphenated', title: 'Printed with a hyphen here, at the end of a line' },
    0,
  ],
});

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { validate: 'string', isRequired: true, rendered: false } }),
  renderHTML: ({ mark }) => [
    'span',
    { class: 'article-link', role: 'link', 'data-address': mark.attrs.href },
    0,
  ],
});

/** The nodes and marks of an article's body; the order of the marks is their order in JSON. */
export const articleExtensions: Extensions = [
  Document,
  Paragraph,
  Heading,
  CodeBlock,
  HorizontalRule,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Text,
  HardBreak,
  Image,
  Page,
  Link,
  plainMark('bold', 'strong', ['b']),
  plainMark('italic', 'em', ['i']),
  plainMark('strike', 's', ['del']),
  plainMark('inserted', 'ins'),
  plainMark('code', 'code'),
  plainMark('superscript', 'sup'),
  plainMark('subscript', 'sub'),
  Hyphenated,
];

/** The ProseMirror schema of `articleExtensions`, for what works on documents without an editor. */
export const createArticleSchema = (): Schema => getSchema(articleExtensions);
