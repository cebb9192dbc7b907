/**
 * Copying from a memo as HTML. A citation is included twice: as words, for every other program, and as a reference in a
 * data attribute, which makes it a citation again when pasted into a memo.
 */
import { DOMSerializer, type Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import type { FootnoteAttrs, TableAttrs } from '#domain/memo/memo-content.ts';
import { wordsOfReference } from '../references/memo-references.ts';
import { writeAttributes } from '../schema/clipboard-attributes.ts';
import {
  type ClipboardScope,
  citationWords,
  figureWords,
  judgementWords,
  type ListedNote,
  listedFootnotes,
  listedSources,
  noteWords,
  quotationWords,
  takeNumber,
} from './clipboard-scope.ts';

type NodeWriters = DOMSerializer['nodes'];

const writeNodes = (scope: ClipboardScope): NodeWriters => ({
  section: ({ attrs }) => [
    'section',
    writeAttributes('data-section', attrs),
    ['h2', String(attrs.heading)],
    ['div', { 'data-content': '' }, 0],
  ],
  paragraph: ({ attrs }) => {
    const number = takeNumber(scope);
    const own = attrs.anchor === undefined && attrs.keepsNext === undefined;
    const kept = own ? {} : writeAttributes('data-paragraph', attrs);
    return number === ''
      ? ['p', kept, 0]
      : ['p', kept, ['span', { 'data-copied-number': '' }, number], ['span', 0]];
  },
  heading: ({ attrs }) => [attrs.level === 1 ? 'h3' : 'h4', 0],
  reference: (node) => [
    'span',
    writeAttributes('data-reference', node.attrs),
    wordsOfReference(node, scope.names) ?? '',
  ],
  citation: (node) => ['span', writeAttributes('data-citation', node.attrs), citationWords(node, scope)],
  quotation: (node) => {
    const { paragraphs, from } = quotationWords(node, scope);
    return [
      'blockquote',
      writeAttributes('data-quotation', node.attrs),
      ...[...paragraphs, from].map((line) => ['p', line]),
    ];
  },
  footnote: ({ attrs }) => [
    'sup',
    writeAttributes('data-footnote', attrs),
    `[${scope.footnotes.add(noteWords(attrs as FootnoteAttrs, scope))}]`,
  ],
  table: ({ attrs }) => {
    const { caption, source, anchor, widths } = attrs as TableAttrs;
    return [
      'table',
      writeAttributes('data-table', { caption, source, anchor, widths }),
      ...(caption === '' ? [] : [['caption', caption]]),
      ['tbody', 0],
    ];
  },
  tableRow: ({ attrs: { event } }) => [
    'tr',
    event === undefined ? {} : writeAttributes('data-event', { event }),
    0,
  ],
  figure: ({ attrs }) => [
    'figure',
    writeAttributes('data-figure', attrs),
    ...figureWords(attrs as FigureAttrs, scope).map((line) => ['p', line]),
  ],
  judgement: (node) => {
    const { lead, notes } = judgementWords(node, scope);
    const statement = ['span', { 'data-statement': '' }, 0];
    return [
      'div',
      writeAttributes('data-judgement', node.attrs),
      ['p', ...(lead === null ? [statement] : [['strong', lead], ' ', statement])],
      ...notes.map((note) => ['p', note]),
    ];
  },
});

const listOf = (
  heading: string,
  notes: readonly ListedNote[],
  document: Document,
): readonly HTMLElement[] => {
  if (notes.length === 0) return [];
  const list = document.createElement('div');
  list.dataset.copiedList = '';
  const title = document.createElement('p');
  title.append(heading);
  const lines = notes.map(({ mark, text }) => {
    const line = document.createElement('p');
    line.append(`${mark} ${text}`);
    return line;
  });
  list.append(title, ...lines);
  return [list];
};

/** Only rows may follow in a table. */
const canHaveLists = ({ firstChild }: Fragment): boolean =>
  firstChild !== null && !['tableRow', 'tableCell', 'tableHeader'].includes(firstChild.type.name);

/** Writes each copy with its own scope. */
class ClipboardSerializer extends DOMSerializer {
  readonly #schema: Schema;
  readonly #begin: (copied: readonly Node[]) => ClipboardScope;

  constructor(schema: Schema, begin: (copied: readonly Node[]) => ClipboardScope) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
    this.#schema = schema;
    this.#begin = begin;
  }

  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const scope = this.#begin(fragment.content);
    const document = options.document ?? window.document;
    const serializer = new DOMSerializer(
      { ...DOMSerializer.nodesFromSchema(this.#schema), ...writeNodes(scope) },
      {
        ...DOMSerializer.marksFromSchema(this.#schema),
        // An address that a memo does not print is copied as words, as in a file.
        link: ({ attrs: { href } }) =>
          isPrintableAddress(String(href)) ? ['a', { href: String(href) }, 0] : ['span', 0],
      },
    );
    const written = serializer.serializeFragment(fragment, { document }, target);
    if (canHaveLists(fragment))
      written.append(
        ...listOf('Notes', listedFootnotes(scope), document),
        ...listOf('Sources', listedSources(scope), document),
      );
    return written;
  }
}

/** The serializer for copies of memos with `schema`; `begin` creates the scope of each. */
export const createClipboardSerializer = (
  schema: Schema,
  begin: (copied: readonly Node[]) => ClipboardScope,
): DOMSerializer => new ClipboardSerializer(schema, begin);

/** Whether `node` is a section of a memo. */
export const isSection = (node: Node | null): node is Node => node?.type.name === 'section';
