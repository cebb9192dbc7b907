/**
 * The body of an article for TipTap: node for node and attribute for attribute what `bodySchema` of the domain accepts,
 * and nothing that an editor would add (no link targets, column widths or code languages). The reader and the import
 * check are built with it; a test checks both directions.
 *
 * Everything here comes from untrusted files. An address is never an `href`, and the address of a picture never an
 * `src`: links are inert and such pictures placeholders by construction, not by a guard that could be forgotten. A
 * stored picture is named by its hash, and the component that shows it requests its pixels from the archive.
 */
import { type Extensions, getSchema, Mark, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { pictureHost, pictureWords } from '#domain/article/draft/picture-words.ts';
import { MAX_PICTURE_SIDE, pictureFormats } from '#domain/picture/stored-picture.ts';
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
  // Wide tables scroll inside this frame and do not widen the text column.
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

const must = (isFit: (value: unknown) => boolean, what: string) => (value: unknown) => {
  if (!isFit(value)) throw new RangeError(`Not ${what}: ${String(value)}`);
};

const isSha256 = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isFormat = (value: unknown): boolean => pictureFormats.some((format) => format === value);

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
    const { alt, src } = node.attrs;
    const words = pictureWords({ alt, src });
    const host = pictureHost(src);
    const seen = { class: 'article-picture', role: 'img', 'aria-label': words };
    if (host === '') return ['span', seen, words];
    return ['span', { ...seen, title: src }, words, ['span', { class: 'article-picture-host' }, host]];
  },
});

/** A picture of the archive. The reader has a node view for it; elsewhere its text is rendered. */
const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    sha256: { validate: must(isSha256, 'a hash'), isRequired: true, rendered: false },
    format: { validate: must(isFormat, 'a format of pictures'), isRequired: true, rendered: false },
    width: { validate: wholeNumber(1, MAX_PICTURE_SIDE), isRequired: true, rendered: false },
    height: { validate: wholeNumber(1, MAX_PICTURE_SIDE), isRequired: true, rendered: false },
    alt: { validate: 'string', isRequired: true, rendered: false },
  }),
  renderHTML: ({ node }) => {
    const words = pictureWords({ alt: node.attrs.alt });
    return ['span', { class: 'article-picture', role: 'img', 'aria-label': words }, words];
  },
});

const isBox = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((edge) => Number.isInteger(edge) && edge >= 0 && edge <= 10_000);
const isLabel = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length > 0 && value.length <= 20);

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

/** Text that OCR has read from the picture of a page. */
const Machine = Mark.create({
  name: 'machine',
  addAttributes: () => ({
    confidence: { validate: wholeNumber(0, 100), isRequired: true, rendered: false },
  }),
  renderHTML: () => ['span', 0],
});

/** Letters before a hyphen at the end of a line, which the text does not contain. */
const Hyphenated = Mark.create({
  name: 'hyphenated',
  renderHTML: () => [
    'span',
    { class: 'article-hyphenated', title: 'Printed with a hyphen here, at the end of a line' },
    0,
  ],
});

/** The original's words below a picture. */
const Caption = Mark.create({
  name: 'caption',
  renderHTML: () => ['span', { class: 'article-caption' }, 0],
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
  Picture,
  Page,
  Machine,
  Link,
  plainMark('bold', 'strong', ['b']),
  plainMark('italic', 'em', ['i']),
  plainMark('strike', 's', ['del']),
  plainMark('inserted', 'ins'),
  plainMark('code', 'code'),
  plainMark('superscript', 'sup'),
  plainMark('subscript', 'sub'),
  Hyphenated,
  Caption,
];

/** The ProseMirror schema of `articleExtensions`, for code that works on documents without an editor. */
export const createArticleSchema = (): Schema => getSchema(articleExtensions);
