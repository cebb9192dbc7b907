import type { Html, List, ListItem, Nodes, Parents, Root, RootContent } from 'mdast';
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

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Raw HTML is passed through: the resulting page is prepared and sanitised like any other. */
const writer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

const parse = (markdown: string): Root => reader.parse(markdown);

/** The signs for open and done tasks: they are part of the list's meaning. */
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
 * Splits a list at gaps in its numbers: Markdown counts on from the first whatever is written, and a legal text that
 * goes from 2 to 4 would become 3. If all items have the same number, the writer left the counting to the renderer.
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

/**
 * Writes into `node` and its descendants what a list shows besides the words of its items: checkboxes, and its own
 * numbers.
 */
const keepListSigns = (node: Nodes, source: string): void => {
  if (node.type === 'listItem') writeTask(node);
  if (!('children' in node)) return;
  for (const child of node.children) keepListSigns(child, source);
  const parent = node as Root;
  parent.children = parent.children.flatMap((child): RootContent[] =>
    isList(child) ? splitAtJumps(child, source) : [child],
  );
};

/**
 * HTML inside Markdown. A piece of it is one or a few tags within text. With `<select>`, `<title>` or `<plaintext>`
 * left open, a browser would swallow all following text. So only tags with normally parsed content are kept; every
 * other tag is dropped, but not its text.
 */

/** Elements with normally parsed content. Those of tables are kept only if every table is closed. */
const KEPT = new Set(
  (
    'a abbr address article aside b big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu nav ol p pre q s samp section ' +
    'small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const OF_TABLES = /^(?:caption|col|colgroup|table|tbody|td|tfoot|th|thead|tr)$/;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![a-z][^>]*>|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?([a-z][a-z\d-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|</gi;

const countOf = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

/** A tag without attributes, as texts about tags or types write it: "the <select> tag", "a List<String>". */
const BARE_TAG = /^<[a-z][a-z\d-]*>$/i;

/** A tag of an element that is not kept: dropped, unless nothing closes it and it is meant as text. */
const readTag = (tag: string, element: string, closed: ReadonlySet<string>): string =>
  BARE_TAG.test(tag) && !closed.has(element) ? `&lt;${tag.slice(1)}` : '';

/** A piece of HTML without tags that may swallow text; `closed` are the elements that the text closes. */
const safeFragment = (html: string, closed: ReadonlySet<string>): string => {
  const hasWholeTables = countOf(html, /<table\b/gi) === countOf(html, /<\/table\b/gi);
  return html.replace(TOKEN, (token: string, _hidden: unknown, name: string | undefined) => {
    if (token === '<') return '&lt;';
    if (name === undefined) return '';
    const element = name.toLowerCase();
    if (!KEPT.has(element)) return readTag(token, element, closed);
    return hasWholeTables || !OF_TABLES.test(element) ? token : '';
  });
};

/** The start of a raw HTML block that only ends with its closing tag, and that tag. */
const blockKinds: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

const isUnclosed = (node: Nodes): node is Html =>
  node.type === 'html' &&
  blockKinds.some(([open, close]) => open.test(node.value) && !close.test(node.value.slice(2)));

/** Block containers; HTML within the words of a paragraph always ends there. */
const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition']);

const findUnclosed = (node: Nodes): Html | null => {
  if (isUnclosed(node)) return node;
  if (!('children' in node) || !CONTAINERS.has(node.type)) return null;
  for (const child of node.children) {
    const found = findUnclosed(child);
    if (found !== null) return found;
  }
  return null;
};

/** The block's source, with every opening tag of its kind escaped. */
const escapeInside = (markdown: string, { position }: Html, kind: RegExp): string => {
  const start = position?.start.offset ?? markdown.length;
  const end = position?.end.offset ?? markdown.length;
  const anywhere = new RegExp(kind.source.slice(1), kind.flags.includes('i') ? 'gi' : 'g');
  const escaped = markdown.slice(start, end).replace(anywhere, (opening) => `&lt;${opening.slice(1)}`);
  return markdown.slice(0, start) + escaped + markdown.slice(end);
};

/** More than the number of kinds, since a list item or a quote closes what is opened in it. */
const MAX_ROUNDS = 20;

/** A text with its parse tree: offsets in `root` are those of `source`. */
type ParsedSource = { readonly source: string; readonly root: Root };

/** Parses `markdown` with unclosed openings escaped: all text after one would become raw HTML. */
const parseClosed = (markdown: string, parse: (markdown: string) => Root): ParsedSource => {
  let source = markdown;
  let root = parse(source);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const unclosed = findUnclosed(root);
    const kind = blockKinds.find(([open]) => unclosed !== null && open.test(unclosed.value))?.[0];
    if (unclosed === null || kind === undefined) break;
    source = escapeInside(source, unclosed, kind);
    root = parse(source);
  }
  return { source, root };
};

/** Whether an inline tag hides everything up to its end tag. */
const hiddenName = (node: Nodes): string | null =>
  node.type === 'html' ? (/^<(script|style)\b[^>]*>$/i.exec(node.value)?.[1]?.toLowerCase() ?? null) : null;

const withoutHidden = (children: readonly Nodes[]): Nodes[] => {
  const kept: Nodes[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) break;
    const name = hiddenName(child);
    const end = children.findIndex(
      (other, at) => at > index && other.type === 'html' && other.value.toLowerCase().startsWith(`</${name}`),
    );
    if (name !== null && end !== -1) index = end;
    else kept.push(child);
  }
  return kept;
};

const htmlBelow = (node: Nodes): readonly Html[] => {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(htmlBelow) : [];
};

const leaveOutHidden = (node: Nodes): void => {
  if (!('children' in node)) return;
  const parent: Parents = node;
  parent.children = withoutHidden(parent.children) as typeof parent.children;
  for (const child of parent.children) leaveOutHidden(child);
};

/** Makes every piece of HTML in `root` safe. */
const cleanRawHtml = (root: Root): void => {
  leaveOutHidden(root);
  const pieces = htmlBelow(root);
  const closings = pieces.flatMap(({ value }) => [...value.matchAll(/<\/([a-z][a-z\d-]*)/gi)]);
  const closed = new Set(closings.map(([, name = '']) => name.toLowerCase()));
  for (const piece of pieces) piece.value = safeFragment(piece.value, closed);
};

const toHtml = (markdown: string): string => {
  const { source, root } = parseClosed(markdown, parse);
  keepListSigns(root, source);
  cleanRawHtml(root);
  return writer.stringify(writer.runSync(root));
};

/** What the footnote serialiser adds to the text: a heading and back links. */
const ADDED = '#footnote-label, a[data-footnote-backref]';

/** The body preceded by what was left out, which the analyst can include again. */
const withLeftOut = ({ body, found }: ParsedArticle, leftOut: string | null): ParsedArticle => {
  if (leftOut === null) return { body, found };
  const block: CodeBlockNode = { type: 'codeBlock', content: [{ type: 'text', text: leftOut }] };
  return { body: { ...body, content: [block, ...body.content] }, leftOut: [0], found };
};

/** A Markdown text (CommonMark and GitHub's tables, footnotes and lists); null if it contains no text. */
export const parseMarkdown = (markdown: string): ParsedArticle | null => {
  const { text, found, leftOut } = readFrontMatter(markdown);
  const page = parseMarkup(toHtml(text));
  for (const element of page.querySelectorAll(ADDED)) element.remove();
  preparePage(page);
  resolveAddresses(page, found.url?.value ?? null);
  const body = bodyFromDom(sanitiseDom(page.body));
  return body === null ? null : withLeftOut({ body, found: { ...titleOfBody(body), ...found } }, leftOut);
};
