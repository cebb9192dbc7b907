/** The user guide as pages: one a section of a document, so that each is short enough to read at once. */
import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type GuidePage = {
  /** `user-guide` for the text before the first section of a document, `user-guide#insights` for a section. */
  readonly id: string;
  /** The name of its document without extension. */
  readonly document: string;
  /** Its title in the list: "Overview" for the start of a document. */
  readonly title: string;
  readonly heading: string;
  /** The content below the heading. */
  readonly nodes: readonly RootContent[];
  /** Its text on one line, for the search. */
  readonly text: string;
};

export type GuideDocument = { readonly title: string; readonly pages: readonly GuidePage[] };

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** The text of a node and its descendants. Inline parts are joined directly; blocks and cells are separated. */
export const textOf = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  const isOfBlocks = node.children.some(({ type }) =>
    ['paragraph', 'list', 'listItem', 'tableRow', 'tableCell'].includes(type),
  );
  return node.children.map(textOf).join(isOfBlocks ? ' ' : '');
};

const pageOf = (
  document: string,
  slug: string | null,
  heading: string,
  nodes: readonly RootContent[],
): GuidePage => {
  const id = slug === null ? document : `${document}#${slug}`;
  const title = slug === null ? 'Overview' : heading;
  const text = nodes.map(textOf).join(' ').replaceAll(/\s+/g, ' ').trim();
  return { id, document, title, heading, nodes, text };
};

/** The anchor of a heading, formed as GitHub does. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** The pages of a Markdown document: its start, named like the document, then each section (`##`). */
export const readGuideDocument = (document: string, markdown: string): GuideDocument => {
  const { children } = reader.parse(markdown);
  const starts = children.flatMap((node, at) => (node.type === 'heading' && node.depth <= 2 ? [at] : []));
  const pages = starts.map((start, index) => {
    const [head, ...nodes] = children.slice(start, starts[index + 1]);
    const heading = head === undefined ? document : textOf(head);
    return pageOf(document, index === 0 ? null : slugOf(heading), heading, nodes);
  });
  return { title: pages[0]?.heading ?? document, pages: pages.filter(({ text }) => text !== '') };
};
