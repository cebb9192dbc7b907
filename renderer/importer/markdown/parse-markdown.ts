import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { CodeBlockNode } from '#domain/article/body/body.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';
import { parseMarkup } from '../html/parse-markup.ts';
import { preparePage } from '../html/prepare-page.ts';
import { resolveAddresses } from '../html/resolve-addresses.ts';
import { sanitiseDom } from '../html/sanitise-dom.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { readFrontMatter } from './front-matter.ts';
import { cleanRawHtml, parseClosed } from './raw-html.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Raw HTML is written as it stands: the page that comes out is prepared and sanitised as any other. */
const writer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

const parse = (markdown: string): Root => reader.parse(markdown);

/** The signs by which a task is shown as open or done: they are part of what the list says. */
const signOf = (isDone: boolean): string => (isDone ? '☑ ' : '☐ ');

const writeTask = (item: ListItem): void => {
  const { checked } = item;
  if (checked === null || checked === undefined) return;
  item.checked = null;
  const [first] = item.children;
  const sign = { type: 'text' as const, value: signOf(checked) };
  if (first?.type === 'paragraph') first.children.unshift(sign);
  else item.children.unshift({ type: 'paragraph', children: [sign] });
};

/** The number that the source writes before an item. */
const numberOf = (item: ListItem, source: string): number | null => {
  const written = /^\d{1,9}/.exec(source.slice(item.position?.start.offset ?? source.length))?.[0];
  return written === undefined ? null : Number(written);
};

/**
 * A list as the lists of its numbers: Markdown counts on from the first whatever is written, and a text of law that
 * goes from 2 to 4 would say 3. Where all items bear one number the writer has left the counting to the reader.
 */
const splitAtJumps = (list: List, source: string): List[] => {
  const numbers = list.children.map((item) => numberOf(item, source));
  const isCounted = new Set(numbers).size > 1;
  if (list.ordered !== true || !isCounted || numbers.includes(null)) return [list];
  const lists: List[] = [];
  for (const [index, item] of list.children.entries()) {
    const number = numbers[index] ?? 1;
    const before = numbers[index - 1];
    const last = lists.at(-1);
    if (last !== undefined && before !== undefined && number === (before ?? 0) + 1) last.children.push(item);
    else lists.push({ ...list, start: number, children: [item] });
  }
  return lists;
};

const isList = (node: Nodes): node is List => node.type === 'list';

/** Puts into `node` and below it what a list shows beside the words of its items: boxes of tasks, and its own numbers. */
const keepListSigns = (node: Nodes, source: string): void => {
  if (node.type === 'listItem') writeTask(node);
  if (!('children' in node)) return;
  for (const child of node.children) keepListSigns(child, source);
  const parent = node as Root;
  parent.children = parent.children.flatMap((child): RootContent[] =>
    isList(child) ? splitAtJumps(child, source) : [child],
  );
};

const toHtml = (markdown: string): string => {
  const { source, root } = parseClosed(markdown, parse);
  keepListSigns(root, source);
  cleanRawHtml(root);
  return writer.stringify(writer.runSync(root));
};

/** What the writer of footnotes adds by himself and the text does not hold: a heading and the ways back. */
const ADDED = '#footnote-label, a[data-footnote-backref]';

/** The body with what was left out above it, for the analyst to take after all. */
const withLeftOut = ({ body, found }: ParsedArticle, leftOut: string | null): ParsedArticle => {
  if (leftOut === null) return { body, found };
  const block: CodeBlockNode = { type: 'codeBlock', content: [{ type: 'text', text: leftOut }] };
  return { body: { ...body, content: [block, ...body.content] }, leftOut: [0], found };
};

/** A Markdown text (CommonMark and GitHub's tables, notes and lists); null where it holds no text. */
export const parseMarkdown = (markdown: string): ParsedArticle | null => {
  const { text, found, leftOut } = readFrontMatter(markdown);
  const page = parseMarkup(toHtml(text));
  for (const element of page.querySelectorAll(ADDED)) element.remove();
  preparePage(page);
  resolveAddresses(page, found.url?.value ?? null);
  const body = bodyFromDom(sanitiseDom(page.body));
  return body === null ? null : withLeftOut({ body, found: { ...titleOfBody(body), ...found } }, leftOut);
};
