/**
 * The content of a memo for TipTap: node for node and attribute for attribute what `memoContentSchema` of the domain
 * accepts; a test checks that. Node views and commands are added by the editor.
 */
import { type Extensions, getSchema, InputRule, Node, wrappingInputRule } from '@tiptap/core';
import type { ResolvedPos, Schema } from '@tiptap/pm/model';
import { z } from 'zod';
import { anchorIdSchema } from '#domain/ids.ts';
import { figureAttrsSchema } from '#domain/memo/figure/figure.ts';
import {
  citationSchema,
  footnoteAttrsSchema,
  type HeadingLevel,
  judgementAttrsSchema,
  referenceSchema,
  sectionAttrsSchema,
} from '#domain/memo/memo-content.ts';
import {
  HardBreak as PlainHardBreak,
  Paragraph as PlainParagraph,
  Text,
} from '#renderer/editor/plain-nodes.ts';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';
import { BulletList, ListItem, OrderedList } from './list-nodes.ts';
import { memoMarks } from './memo-marks.ts';
import { anchor, Table, TableCell, TableHeader, TableRow } from './table-nodes.ts';

/** A footnote. It has a letter, so that it never looks like the number of a source. */
const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    text: { default: '', rendered: false },
    content: { default: undefined, rendered: false },
  }),
  parseHTML: () => [readAttributes('sup', 'data-footnote', footnoteAttrsSchema)],
  renderHTML: ({ node }) => ['sup', writeAttributes('data-footnote', node.attrs)],
});

const paragraphAttrsSchema = z.strictObject({
  anchor: anchorIdSchema.optional(),
  keepsNext: z.literal(true).optional(),
});

const Paragraph = PlainParagraph.extend({
  addAttributes: () => ({ anchor, keepsNext: { default: undefined, rendered: false, keepOnSplit: false } }),
  parseHTML: () => [readAttributes('p', 'data-paragraph', paragraphAttrsSchema), { tag: 'p' }],
});

/** A section. The document consists only of sections. */
const SectionNode = Node.create({
  name: 'section',
  content: '(block | heading | figure | pageBreak)+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    role: { default: 'own', rendered: false },
    heading: { default: 'Untitled', rendered: false },
    guide: { default: undefined, rendered: false },
    anchor,
  }),
  parseHTML: () => [readAttributes('section', 'data-section', sectionAttrsSchema, ':scope > [data-content]')],
  renderHTML: ({ node }) => ['section', writeAttributes('data-section', node.attrs), 0],
});

const MemoDocumentNode = Node.create({ name: 'doc', topNode: true, content: 'section+' });

/**
 * A picture with its words, a direct child of its section. It names the picture by its hash, and contains none of it.
 */
const FigureNode = Node.create({
  name: 'figure',
  group: 'figure',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    sha256: { default: null, rendered: false },
    format: { default: null, rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
    size: { default: 'text', rendered: false },
    alt: { default: '', rendered: false },
    caption: { default: '', rendered: false },
    source: { default: '', rendered: false },
    cited: { default: undefined, rendered: false },
    croppedFrom: { default: undefined, rendered: false },
    anchor,
  }),
  parseHTML: () => [readAttributes('figure', 'data-figure', figureAttrsSchema)],
  renderHTML: ({ node }) => ['figure', writeAttributes('data-figure', node.attrs)],
});

/**
 * A judgement: its statement is the content; likelihood, confidence and what it rests on are attributes. Shape:
 * `judgementAttrsSchema` of domain/memo/memo-content.ts. A pasted or split one gets a new id from the editor.
 */
const JudgementNode = Node.create({
  name: 'judgement',
  group: 'block',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    id: { default: null, rendered: false },
    likelihood: { default: null, rendered: false },
    confidence: { default: null, rendered: false },
    confidenceReason: { default: '', rendered: false },
    assumptions: { default: '', rendered: false },
    wouldChange: { default: '', rendered: false },
  }),
  parseHTML: () => [readAttributes('div', 'data-judgement', judgementAttrsSchema, '[data-statement]')],
  renderHTML: ({ node }) => ['div', writeAttributes('data-judgement', node.attrs), 0],
});

const reference = () => ({
  articleId: { default: null, rendered: false },
  passageId: { default: null, rendered: false },
  exactSha256: { default: null, rendered: false },
  kept: { default: undefined, rendered: false },
  translation: { default: undefined, rendered: false },
});

/** An inline reference to a passage: printed as “quote” [1 ¶8] or only as [1 ¶8]. It contains no text of its own. */
export const CitationNode = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ ...reference(), form: { default: 'whole', rendered: false } }),
  parseHTML: () => [readAttributes('span', 'data-citation', citationSchema)],
  renderHTML: ({ node }) => ['span', writeAttributes('data-citation', node.attrs)],
});

/** A cross reference: its words follow from its target. */
export const ReferenceNode = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    kind: { default: null, rendered: false },
    target: { default: null, rendered: false },
  }),
  parseHTML: () => [readAttributes('span', 'data-reference', referenceSchema)],
  renderHTML: ({ node }) => ['span', writeAttributes('data-reference', node.attrs)],
});

/** The next block begins on a new page. */
const PageBreakNode = Node.create({
  name: 'pageBreak',
  group: 'pageBreak',
  atom: true,
  selectable: true,
  draggable: true,
  parseHTML: () => [{ tag: 'hr[data-page-break]' }],
  renderHTML: () => ['hr', { 'data-page-break': '' }],
});

/** A passage as a block quote with its attribution: not editable, so that it can't drift from the source. */
const QuotationNode = Node.create({
  name: 'quotation',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: reference,
  parseHTML: () => [readAttributes('blockquote', 'data-quotation', citationSchema.omit({ form: true }))],
  renderHTML: ({ node }) => ['blockquote', writeAttributes('data-quotation', node.attrs)],
});

/**
 * A block quotation that is typed or pasted. It names no passage: checks compare its words with what is cited beside
 * it.
 */
const OwnQuotationNode = Node.create({
  name: 'ownQuotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', { 'data-own': '' }, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/u, type: this.type })];
  },
});

/** `## ` and `### `, as in Markdown: the first level is the memo's title, and the second a section's. */
const typed = /^(?<signs>##|###)\s$/u;

const isLevel = (level: unknown): level is HeadingLevel => level === 1 || level === 2;

/**
 * A sub-heading of a section, or a lower one. Only a paragraph can become one: other blocks would lose their structure.
 */
const HeadingNode = Node.create({
  name: 'heading',
  group: 'heading',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    { tag: 'h3', attrs: { level: 1 } },
    { tag: 'h4', attrs: { level: 2 } },
  ],
  renderHTML: ({ node }) => [isLevel(node.attrs.level) && node.attrs.level === 2 ? 'h4' : 'h3', 0],
  addKeyboardShortcuts() {
    return {
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection;
        const isAtStart = empty && $from.parentOffset === 0 && $from.parent.type === this.type;
        return isAtStart && this.editor.commands.setNode('paragraph');
      },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: typed,
        handler: ({ state, range, match }) => {
          const $start = state.doc.resolve(range.from);
          if ($start.parent.type === this.type || refusalOfHeading($start) !== null) return null;
          const level = match.groups?.signs === '##' ? 1 : 2;
          state.tr.delete(range.from, range.to).setBlockType(range.from, range.from, this.type, { level });
          return undefined;
        },
      }),
    ];
  },
});

/**
 * The text nodes of a memo. They have exactly the attributes that `memoContentSchema` accepts, so they are defined here
 * and not taken from a kit that adds its own.
 */
const HardBreak = PlainHardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

export const memoExtensions: Extensions = [
  MemoDocumentNode,
  SectionNode,
  Paragraph,
  HeadingNode,
  FigureNode,
  JudgementNode,
  QuotationNode,
  OwnQuotationNode,
  BulletList,
  OrderedList,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Text,
  HardBreak,
  FootnoteNode,
  CitationNode,
  ReferenceNode,
  PageBreakNode,
  ...memoMarks,
];

/** The ProseMirror schema of `memoExtensions`, for code that works on documents without an editor. */
export const createMemoSchema = (): Schema => getSchema(memoExtensions);

/** Why a block can't be a sub-heading: its place, or its content besides words; null if it can. */
export const refusalOfHeading = ({ depth, parent }: ResolvedPos): 'place' | 'content' | null => {
  const isInSection = depth === 2 && (parent.type.name === 'paragraph' || parent.type.name === 'heading');
  if (!isInSection) return 'place';
  return parent.children.every(({ isText }) => isText) ? null : 'content';
};
