import { Mark, markInputRule, Node, wrappingInputRule } from '@tiptap/core';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import {
  HardBreak as PlainHardBreak,
  ListItem as PlainListItem,
  plainMark,
} from '#renderer/editor/plain-nodes.ts';

/**
 * The nodes of text in a memo. They carry exactly the attributes that `memoContentSchema` accepts, which is why
 * they are written out here and not taken from a kit that adds its own.
 */
export const HardBreak = PlainHardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

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

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })];
  },
});

export const ListItem = PlainListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      // In a list Tab means its levels, and never leaves the text.
      Tab: () => this.editor.commands.sinkListItem(this.name) || this.editor.isActive(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** A mark that is set by a key, or by the signs that Markdown puts around words. */
const keyedMark = (key: string, typed: RegExp, ...said: Parameters<typeof plainMark>) =>
  plainMark(...said).extend({
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(this.name) };
    },
    addInputRules() {
      return [markInputRule({ find: typed, type: this.type })];
    },
  });

export const Bold = keyedMark('Mod-b', /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/u, 'bold', 'strong', ['b']);
export const Italic = keyedMark('Mod-i', /(?:^|\s)(\*(?![\s*])([^*]+)(?<!\s)\*)$/u, 'italic', 'em', ['i']);

/** An address in a memo: shown, printed, and opened only after the analyst confirms it. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { isRequired: true, rendered: false } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        return isPrintableAddress(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => [
    'span',
    { role: 'link', spellcheck: 'false', 'data-address': mark.attrs.href },
    0,
  ],
});
