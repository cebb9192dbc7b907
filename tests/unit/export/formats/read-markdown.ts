/** Markdown as another program reads it. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type MarkdownNode = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly children?: readonly MarkdownNode[];
};

export const parseMarkdown = (markdown: string): MarkdownNode =>
  unified().use(remarkParse).use(remarkGfm).parse(markdown) as MarkdownNode;

export const textOf = (node: MarkdownNode): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
