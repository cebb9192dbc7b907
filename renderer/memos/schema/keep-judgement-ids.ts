import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** The positions of judgements that have no id, or that of another which stands before them. */
const judgementsWithoutOwnId = (doc: Node): readonly number[] => {
  const seen = new Set<unknown>();
  const positions: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'judgement') return true;
    if (node.attrs.id === null || seen.has(node.attrs.id)) positions.push(position);
    seen.add(node.attrs.id);
    return false;
  });
  return positions;
};

/** Gives a judgement that was pasted or split an id of its own, as part of the same step of undo. */
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
          if (positions.length === 0) return null;
          const { tr } = state;
          for (const position of positions) tr.setNodeAttribute(position, 'id', newId());
          return tr;
        },
      }),
    ];
  },
});
