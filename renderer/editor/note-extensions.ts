import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** A note: paragraphs, lists, bold and italic, as `richTextSchema` of the domain allows, and undo while typing. */
export const noteExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
];
