import { Node } from '@tiptap/core';
import { Table as TiptapTable } from '@tiptap/extension-table';
import { isInTable } from '@tiptap/pm/tables';
import {
  type CellAlign,
  cellAlignSchema,
  type EventPart,
  eventParts,
  rowAttrsSchema,
  tableAttrsSchema,
} from '#domain/memo/memo-content.ts';
import { TableRow as PlainTableRow } from '#renderer/editor/plain-nodes.ts';
import { readAttributes } from './clipboard-attributes.ts';
/** The id by which a cross reference finds a block. The new block of a split has none. */
export const anchor = { default: undefined, rendered: false, keepOnSplit: false } as const;

/**
 * Tables keep the kit's commands and keys; column widths are shares of the table, which the kit does not support. Tab
 * moves from cell to cell and never leaves the table.
 */
export const Table = TiptapTable.extend({
  group: 'block',
  content: 'tableRow+',
  addAttributes: () => ({
    caption: { default: '', rendered: false },
    source: { default: '', rendered: false },
    widths: { default: undefined, rendered: false },
    anchor,
  }),
  parseHTML: () => [
    readAttributes('table', 'data-table', tableAttrsSchema, ':scope > tbody'),
    { tag: 'table', getAttrs: (element: HTMLElement) => ({ caption: captionOf(element) }) },
    { tag: 'caption, colgroup', ignore: true },
  ],
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Shift-Tab': () => this.editor.commands.goToPreviousCell() || isInTable(this.editor.state),
    };
  },
}).configure({
  resizable: false,
});

const MAX_CAPTION = 500;
const captionOf = (table: HTMLElement): string =>
  (table.querySelector('caption')?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_CAPTION);

export const TableRow = PlainTableRow.extend({
  tableRole: 'row',
  addAttributes: () => ({ event: { default: undefined, rendered: false } }),
  parseHTML: () => [readAttributes('tr', 'data-event', rowAttrsSchema), { tag: 'tr' }],
});

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(100, Math.max(1, Number(element.getAttribute(name)) || 1)),
});

const readAlign = (element: HTMLElement): CellAlign | null =>
  cellAlignSchema.safeParse(element.dataset.align).data ?? null;

const readPart = (element: HTMLElement): EventPart | undefined =>
  eventParts.find((part) => part === element.dataset.part);

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: string) =>
  Node.create({
    name,
    content: '(paragraph | bulletList | orderedList)+',
    tableRole,
    isolating: true,
    addAttributes: () => ({
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      align: { default: null, rendered: false, parseHTML: readAlign },
      part: { default: undefined, rendered: false, parseHTML: readPart },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes, node }) => [
      tag,
      {
        ...HTMLAttributes,
        ...(node.attrs.align === null ? {} : { 'data-align': node.attrs.align }),
        ...(node.attrs.part === undefined ? {} : { 'data-part': node.attrs.part }),
      },
      0,
    ],
  });

export const TableCell = cell('tableCell', 'td', 'cell');
export const TableHeader = cell('tableHeader', 'th', 'header_cell');
