import { InputRule, Node } from '@tiptap/core';
import type { HeadingLevel } from '#domain/memo/memo-content.ts';
import { refusalOfHeading } from './can-be-heading.ts';

/** `## ` and `### `, as Markdown has them: the first heading is the memo's, and a section's the second. */
const typed = /^(?<signs>##|###)\s$/u;

const isLevel = (level: unknown): level is HeadingLevel => level === 1 || level === 2;

/** A sub-heading of a section, or a lower one. It is made of a paragraph alone: nothing else loses what it is. */
export const HeadingNode = Node.create({
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
