import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** The positions of judgements without an id, or with that of an earlier one. */
const judgementsWithoutOwnId = (doc: Node): readonly number[] => {
  const seen = new Set<unknown>();
  const positions: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'judgement') return !node.isTextblock;
    if (node.attrs.id === null || seen.has(node.attrs.id)) positions.push(position);
    seen.add(node.attrs.id);
    return false;
  });
  return positions;
};

/** The positions of blocks with a duplicate anchor: of two, the non-empty one keeps it, else the first. */
const withAnotherAnchor = (doc: Node): readonly number[] => {
  const first = new Map<unknown, { readonly position: number; readonly isEmpty: boolean }>();
  const positions: number[] = [];
  doc.descendants((node, position) => {
    const { anchor } = node.attrs;
    if (anchor === undefined) return !node.isTextblock;
    const before = first.get(anchor);
    const isEmpty = node.isTextblock && node.content.size === 0;
    if (before === undefined) first.set(anchor, { position, isEmpty });
    else if (before.isEmpty && !isEmpty) {
      positions.push(before.position);
      first.set(anchor, { position, isEmpty });
    } else positions.push(position);
    return !node.isTextblock;
  });
  return positions;
};

/**
 * Gives a judgement that was pasted or split a new id, and removes duplicate anchors of cross references, in the same
 * undo step.
 */
export const KeepJudgementIds = Extension.create<{ newId: () => string }>({
  name: 'keepJudgementIds',
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [
      new Plugin({
        key: new PluginKey('keepJudgementIds'),
        appendTransaction: (transactions, _, state) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const positions = judgementsWithoutOwnId(state.doc);
          const anchored = withAnotherAnchor(state.doc);
          if (positions.length === 0 && anchored.length === 0) return null;
          const { tr } = state;
          for (const position of positions) tr.setNodeAttribute(position, 'id', newId());
          for (const position of anchored) tr.setNodeAttribute(position, 'anchor', undefined);
          return tr;
        },
      }),
    ];
  },
});
