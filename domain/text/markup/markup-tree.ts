/** XML as a tree: of the tags and texts that `readMarkup` has read, and back. */
import { escapeHtml } from '../escape-html.ts';
import type { MarkupPart } from './read-markup.ts';

export type MarkupElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: readonly MarkupNode[];
};
export type MarkupNode = MarkupElement | string;

/** The element around all others; its own name is empty. */
export const treeOf = (parts: readonly MarkupPart[]): MarkupElement => {
  type Growing = MarkupElement & { readonly inner: MarkupNode[] };
  const root: Growing = { name: '', attributes: new Map(), inner: [] };
  const open = [root];
  for (const part of parts) {
    if (part.kind === 'text') open.at(-1)?.inner.push(part.text);
    if (part.kind === 'close') open.pop();
    if (part.kind !== 'open') continue;
    const element: Growing = { name: part.name, attributes: part.attributes, inner: [] };
    open.at(-1)?.inner.push(element);
    if (!part.isEmpty) open.push(element);
  }
  return root;
};

/** The elements in `element`, without the texts between them. */
export const childrenOf = ({ inner }: MarkupElement): readonly MarkupElement[] =>
  inner.filter((each) => typeof each !== 'string');

/** All elements below `element`, as they come. */
export const elementsIn = (element: MarkupElement): readonly MarkupElement[] =>
  childrenOf(element).flatMap((each) => [each, ...elementsIn(each)]);

const printAttributes = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');

/** As text: read again, it gives the same tree. */
export const printTree = (node: MarkupNode): string => {
  if (typeof node === 'string') return escapeHtml(node);
  const { name, attributes } = node;
  const inner = node.inner.map(printTree).join('');
  return name === '' ? inner : `<${name}${printAttributes(attributes)}>${inner}</${name}>`;
};
