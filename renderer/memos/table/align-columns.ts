import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { alignCells, placeTableCells } from '#domain/memo/document/place-table-cells.ts';
import type { CellAlign, MemoTable } from '#domain/memo/memo-content.ts';

const known = new WeakMap<Node, readonly CellAlign[]>();

/** The alignment of each cell of a table, in text order. An unchanged table is cached. */
const alignsOf = (table: Node): readonly CellAlign[] => {
  const before = known.get(table);
  if (before !== undefined) return before;
  const grid = placeTableCells(table.toJSON() as MemoTable);
  const aligns = alignCells(grid);
  const own = aligns.filter((_, at) => grid.cells[at]?.cell !== null);
  known.set(table, own);
  return own;
};

const decorateTable = (table: Node, position: number): readonly Decoration[] => {
  const aligns = alignsOf(table);
  const decorations: Decoration[] = [];
  let count = 0;
  table.descendants((cell, at) => {
    if (cell.type.name === 'tableRow') return true;
    const align = aligns[count] ?? 'start';
    count += 1;
    const from = position + 1 + at;
    if (align !== 'start')
      decorations.push(Decoration.node(from, from + cell.nodeSize, { class: `align-${align}` }));
    return false;
  });
  return decorations;
};

const decorate = (doc: Node): DecorationSet => {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'table') decorations.push(...decorateTable(node, position));
    return !node.isTextblock && node.type.name !== 'table';
  });
  return DecorationSet.create(doc, decorations);
};

const key = new PluginKey<DecorationSet>('alignColumns');

/** Aligns the words of each cell as in print. */
export const AlignColumns = Extension.create({
  name: 'alignColumns',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
