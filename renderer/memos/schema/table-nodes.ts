import { Node } from '@tiptap/core';
import { Table as TiptapTable } from '@tiptap/extension-table';
import { TableRow as PlainTableRow } from '#renderer/editor/plain-nodes.ts';

/** Tables keep the kit's commands and keys, but carry no column widths: the page decides those. */
export const Table = TiptapTable.extend({ group: 'block', content: 'tableRow+' }).configure({
  resizable: false,
});

export const TableRow = PlainTableRow.extend({ tableRole: 'row' });

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(100, Math.max(1, Number(element.getAttribute(name)) || 1)),
});

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: string) =>
  Node.create({
    name,
    content: 'paragraph+',
    tableRole,
    isolating: true,
    addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const TableCell = cell('tableCell', 'td', 'cell');
export const TableHeader = cell('tableHeader', 'th', 'header_cell');
