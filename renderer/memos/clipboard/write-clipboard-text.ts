/** Copying from a memo as plain text: self-contained, with its quotations, notes and sources. */
import type { Mark, Node, Slice } from '@tiptap/pm/model';
import { isEmptyBlock } from '#domain/memo/content/is-empty-block.ts';
import { listMark } from '#domain/memo/content/list-numbering.ts';
import type { FigureAttrs } from '#domain/memo/figure/figure.ts';
import type { FootnoteAttrs, MemoSection, TableAttrs } from '#domain/memo/memo-content.ts';
import { wordsOfReference } from '../references/memo-references.ts';
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

const PARAGRAPHS = '\n\n';

const linkOf = ({ marks }: Node): Mark | undefined => marks.find(({ type }) => type.name === 'link');

/** The address of a link after its last words, unless they are the address themselves. */
const addressBehind = (node: Node, next: Node | undefined): string => {
  const link = linkOf(node);
  if (link === undefined || (next !== undefined && linkOf(next)?.eq(link) === true)) return '';
  const href = String(link.attrs.href);
  return href.includes(node.text ?? '') ? '' : ` <${href}>`;
};

const inlineToText = (node: Node, next: Node | undefined, scope: ClipboardScope): string => {
  switch (node.type.name) {
    case 'citation':
      return citationWords(node, scope);
    case 'footnote':
      return ` [${scope.footnotes.add(noteWords(node.attrs as FootnoteAttrs, scope))}]`;
    case 'reference':
      return wordsOfReference(node, scope.names) ?? '';
    case 'hardBreak':
      return '\n';
    default:
      return `${node.text ?? ''}${addressBehind(node, next)}`;
  }
};

const inlinesToText = ({ children }: Node, scope: ClipboardScope): string =>
  children.map((child, at) => inlineToText(child, children[at + 1], scope)).join('');

const hang = (mark: string, text: string): string =>
  `${mark}${text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`;

const judgementToText = (node: Node, scope: ClipboardScope): string => {
  const { lead, notes } = judgementWords(node, scope);
  const statement = inlinesToText(node, scope);
  return [lead === null ? statement : `${lead} ${statement}`, ...notes].join('\n');
};

const quotationToText = (node: Node, scope: ClipboardScope): string => {
  const { paragraphs, from } = quotationWords(node, scope);
  return [...paragraphs, from].map((line) => `    ${line}`).join('\n');
};

const listToText = (list: Node, scope: ClipboardScope): string =>
  list.children
    .map((item, at) =>
      hang(
        list.type.name === 'orderedList'
          ? `${listMark(list.attrs.numbering, at + Number(list.attrs.start ?? 1))} `
          : '- ',
        blocksToText(item.children, scope, '\n'),
      ),
    )
    .join('\n');

/** Cells are separated by tabs, which a spreadsheet reads as cells. */
const rowToText = (row: Node, scope: ClipboardScope): string =>
  row.children.map((cell) => blocksToText(cell.children, scope, ' ').replaceAll(/[\n\t]/gu, ' ')).join('\t');

const tableToText = ({ attrs, children }: Node, scope: ClipboardScope): string => {
  const { caption, source } = attrs as TableAttrs;
  return [
    ...(caption === '' ? [] : [caption]),
    ...children.map((row) => rowToText(row, scope)),
    ...(source === '' ? [] : [`Source: ${source}`]),
  ].join('\n');
};

/** As printed: the words for an empty section, null if it is not printed. */
const wordsWhenEmpty = (section: Node): string | null => {
  const { content } = section.toJSON() as MemoSection;
  if (!content.every(isEmptyBlock)) return null;
  return (section.attrs.guide as MemoSection['attrs']['guide'])?.whenEmpty ?? '';
};

/** A draft has many sections: an empty one is not copied, but its numbers count. */
const sectionToText = (section: Node, scope: ClipboardScope): string => {
  const written = blocksToText(section.children, scope, PARAGRAPHS);
  const text = wordsWhenEmpty(section) ?? written;
  return text === '' ? '' : `${String(section.attrs.heading)}${PARAGRAPHS}${text}`;
};

const blockWriters: Readonly<Record<string, (node: Node, scope: ClipboardScope) => string>> = {
  section: sectionToText,
  judgement: judgementToText,
  quotation: quotationToText,
  ownQuotation: ({ children }, scope) =>
    blocksToText(children, scope, '\n')
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n'),
  bulletList: listToText,
  orderedList: listToText,
  table: tableToText,
  figure: ({ attrs }, scope) => figureWords(attrs as FigureAttrs, scope).join('\n'),
  tableRow: rowToText,
};

const blockToText = (node: Node, scope: ClipboardScope): string => {
  const write = blockWriters[node.type.name];
  if (write !== undefined) return write(node, scope);
  if (node.type.name === 'paragraph') return `${takeNumber(scope)}${inlinesToText(node, scope)}`;
  return node.isTextblock || node.childCount === 0
    ? inlinesToText(node, scope)
    : blocksToText(node.children, scope, '\n');
};

function blocksToText(nodes: readonly Node[], scope: ClipboardScope, between: string): string {
  return nodes
    .map((node) => ({ node, text: blockToText(node, scope) }))
    .filter(({ node, text }) => node.type.name !== 'section' || text !== '')
    .map(({ text }) => text)
    .join(between);
}

const listToLines = (heading: string, notes: readonly ListedNote[]): readonly string[] =>
  notes.length === 0 ? [] : [`${heading}\n${notes.map(({ mark, text }) => `${mark} ${text}`).join('\n')}`];

/** The slice as text, followed by its footnotes and the sources that it cites. */
export const writeClipboardText = ({ content }: Slice, scope: ClipboardScope): string => {
  const nodes = content.content;
  const isInline = nodes[0]?.isInline === true;
  const text = isInline
    ? nodes.map((node, at) => inlineToText(node, nodes[at + 1], scope)).join('')
    : blocksToText(nodes, scope, nodes[0]?.type.name === 'tableRow' ? '\n' : PARAGRAPHS);
  const lists = [
    ...listToLines('Notes', listedFootnotes(scope)),
    ...listToLines('Sources', listedSources(scope)),
  ];
  return lists.length === 0 ? text : [text.trimEnd(), ...lists].join(PARAGRAPHS);
};
