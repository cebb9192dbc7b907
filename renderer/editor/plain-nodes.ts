/** The nodes and marks that articles and memos share, without keys and input rules. */
import { Mark, Node } from '@tiptap/core';

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

export const Text = Node.create({ name: 'text', group: 'inline' });

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

/** A mark that is one element without attributes; the other tags are parsed as the same mark. */
export const plainMark = (name: string, tag: string, otherTags: readonly string[] = []) =>
  Mark.create({
    name,
    parseHTML: () => [tag, ...otherTags].map((each) => ({ tag: each })),
    renderHTML: () => [tag, 0],
  });
