/** Text formatting in a memo: the marks that `memoContentSchema` accepts, with their keys and Markdown characters. */
import { type Extensions, Mark, markInputRule } from '@tiptap/core';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import { plainMark } from '#renderer/editor/plain-nodes.ts';

/** A mark set by a key, or by the characters that Markdown puts around words. */
const keyedMark = (key: string, typed: RegExp, ...said: Parameters<typeof plainMark>) =>
  plainMark(...said).extend({
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(this.name) };
    },
    addInputRules() {
      return [markInputRule({ find: typed, type: this.type })];
    },
  });

const Bold = keyedMark('Mod-b', /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/u, 'bold', 'strong', ['b']);
const Italic = keyedMark('Mod-i', /(?:^|\s)(\*(?![\s*])([^*]+)(?<!\s)\*)$/u, 'italic', 'em', ['i']);

/** A link is not underlined twice: its own line marks it. */
const Underline = plainMark('underline', 'u').extend({
  addKeyboardShortcuts() {
    return { 'Mod-u': () => this.editor.commands.toggleMark(this.name) };
  },
});
const Strike = keyedMark('Mod-Shift-x', /(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/u, 'strike', 's', ['strike']);
const Superscript = plainMark('superscript', 'sup').extend({
  parseHTML: () => [{ tag: 'sup:not([data-footnote])' }],
  excludes: 'superscript subscript',
});
const Subscript = plainMark('subscript', 'sub').extend({ excludes: 'superscript subscript' });
const SmallCaps = Mark.create({
  name: 'smallCaps',
  parseHTML: () => [{ tag: 'span[data-small-caps]' }],
  renderHTML: () => ['span', { 'data-small-caps': '' }, 0],
});

/** An address in a memo: shown, printed, and opened only after the analyst confirms it. */
const Link = Mark.create({
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

export const memoMarks: Extensions = [
  Link,
  Bold,
  Italic,
  Underline,
  Strike,
  Superscript,
  Subscript,
  SmallCaps,
];
