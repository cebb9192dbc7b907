/** The user guide as pages: one for each section of a document, so that each is short enough to be read at once. */
import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type GuidePage = {
  /** `user-guide` for what stands before the first section of a document, `user-guide#insights` for a section. */
  readonly id: string;
  /** The name of its document without ending. */
  readonly document: string;
  /** What it is listed as: "Overview" for the beginning of a document. */
  readonly title: string;
  readonly heading: string;
  /** What stands below the heading. */
  readonly nodes: readonly RootContent[];
  /** Its text on one line, by which it is found. */
  readonly text: string;
};

export type GuideDocument = { readonly title: string; readonly pages: readonly GuidePage[] };

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** The text of a node and of all in it. Parts of a sentence touch; blocks and cells are apart. */
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

/** What a heading is linked by, as GitHub makes it of the heading's words. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** The pages of a document in Markdown: its beginning, named as it is, then each of its sections (`##`). */
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
