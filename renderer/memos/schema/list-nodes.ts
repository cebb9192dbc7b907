/** The lists of a memo, with how their numbers are written. */
import { InputRule, Node, wrappingInputRule } from '@tiptap/core';
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import {
  type ListNumbering,
  type ListStart,
  lettersOf,
  listMark,
  listNumberings,
  readListMark,
} from '#domain/memo/content/list-numbering.ts';
import type { MemoList } from '#domain/memo/memo-content.ts';
import { ListItem as PlainListItem } from '#renderer/editor/plain-nodes.ts';

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-*]\s$/, type: this.type })];
  },
});

/** The number at which a list begins; undefined for 1. */
const readStart = (text: string | null): number | undefined => {
  const start = Number(text ?? '1');
  return Number.isInteger(start) && start >= 0 && start <= 9999 && start !== 1 ? start : undefined;
};

const readNumbering = (text: string | undefined): ListNumbering | undefined =>
  listNumberings.find((numbering) => numbering === text);

/** What is typed before a space to number a list. A letter with a stop may be an initial. */
const TYPED_MARK = /^(?:\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-zA-Z]{1,5}\))\s$/u;

const readTyped = ([typed]: readonly string[]): ListStart | null => readListMark((typed ?? '').trim());

/** The ordered list that begins with the paragraph of a position, or null: what is typed there says its numbers. */
const listBegunAt = ($at: ResolvedPos): ProseMirrorNode | null => {
  const list = $at.depth < 3 ? null : $at.node(-2);
  const isFirst = list?.type.name === 'orderedList' && $at.index(-2) === 0 && $at.index(-1) === 0;
  return isFirst ? list : null;
};

const startOf = ({ start }: ListStart): number | undefined => readStart(String(start));

/** `a) ` at the start of a list that is numbered otherwise renumbers it, whatever its level. */
const renumbering = new InputRule({
  find: TYPED_MARK,
  handler: ({ state, range, match }) => {
    const read = readTyped(match);
    const $from = state.doc.resolve(range.from);
    if (read === null || listBegunAt($from) === null) return null;
    const attrs = { start: startOf(read), numbering: read.numbering };
    state.tr.delete(range.from, range.to).setNodeMarkup($from.before(-2), null, attrs);
    return undefined;
  },
});

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: undefined,
      parseHTML: (element: HTMLElement) => readStart(element.getAttribute('start')),
    },
    numbering: {
      default: undefined,
      parseHTML: (element: HTMLElement) => readNumbering(element.dataset.numbering),
      // Other programs read the type.
      renderHTML: ({ numbering }: NonNullable<MemoList['attrs']>) =>
        numbering === undefined ? {} : { 'data-numbering': numbering, type: lettersOf(numbering) },
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addInputRules() {
    const wrapping = wrappingInputRule({
      // What is no number of a list is words.
      find: (text) => {
        const typed = TYPED_MARK.exec(text)?.[0];
        return typed === undefined || readTyped([typed]) === null ? null : { index: 0, text: typed };
      },
      type: this.type,
      getAttributes: (match) => {
        const read = readTyped(match);
        return read === null ? {} : { start: startOf(read), numbering: read.numbering };
      },
      // "4. " after a list that ends with 3 continues it.
      joinPredicate: ([typed = ''], { childCount, attrs }) =>
        listMark(attrs.numbering, childCount + Number(attrs.start ?? 1)) === typed.trim(),
    });
    return [renumbering, wrapping];
  },
});

export const ListItem = PlainListItem.extend({
  addKeyboardShortcuts() {
    const { editor, name } = this;
    return {
      // As in Word and Google Docs, unless the keyboard layout needs Shift for digits.
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', name),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', name),
      Enter: () => this.editor.commands.splitListItem(this.name),
      // In a list Tab changes the level, and never leaves the text.
      Tab: () => this.editor.commands.sinkListItem(this.name) || this.editor.isActive(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
