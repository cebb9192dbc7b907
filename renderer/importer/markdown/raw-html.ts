/**
 * HTML inside Markdown. A piece of it is one or a few tags amid text. Of `<select>`, `<title>` or `<plaintext>` left
 * open, a browser would take all text behind it for the content of that element. So only tags are kept whose content is
 * parsed as any other; every other tag is dropped, and its text is kept.
 */
import type { Html, Nodes, Parents, Root } from 'mdast';

/** Elements whose content is parsed as any other. Those of tables are kept only where every table is closed. */
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

/** A tag without attributes, as a text about tags or types writes it: "the <select> tag", "a List<String>". */
const BARE_TAG = /^<[a-z][a-z\d-]*>$/i;

/** A tag of an element that is not kept: dropped, but where nothing closes it and it is meant as text. */
const readTag = (tag: string, element: string, closed: ReadonlySet<string>): string =>
  BARE_TAG.test(tag) && !closed.has(element) ? `&lt;${tag.slice(1)}` : '';

/** A piece of HTML of which every tag that may swallow text is gone; `closed` are the elements that the text closes. */
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

/** What opens a block of raw HTML that ends only where it is closed, and what closes it. */
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

/** What holds blocks; HTML amid the words of a paragraph always ends there. */
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

/** What the block has swallowed, with every opening of its kind written so that it is text. */
const escapeInside = (markdown: string, { position }: Html, kind: RegExp): string => {
  const start = position?.start.offset ?? markdown.length;
  const end = position?.end.offset ?? markdown.length;
  const anywhere = new RegExp(kind.source.slice(1), kind.flags.includes('i') ? 'gi' : 'g');
  const escaped = markdown.slice(start, end).replace(anywhere, (opening) => `&lt;${opening.slice(1)}`);
  return markdown.slice(0, start) + escaped + markdown.slice(end);
};

/** More than there are kinds, since a list item or a quote ends what is opened in it. */
const MAX_ROUNDS = 20;

/** A text with what was made of it: offsets in `root` are those of `source`. */
export type ParsedSource = { readonly source: string; readonly root: Root };

/** `markdown` parsed with the openings escaped that are never closed: all text behind one would be raw HTML. */
export const parseClosed = (markdown: string, parse: (markdown: string) => Root): ParsedSource => {
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

/** Whether a tag amid text hides what stands between it and its end. */
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

/** Makes every piece of HTML in `root` one that swallows nothing. */
export const cleanRawHtml = (root: Root): void => {
  leaveOutHidden(root);
  const pieces = htmlBelow(root);
  const closings = pieces.flatMap(({ value }) => [...value.matchAll(/<\/([a-z][a-z\d-]*)/gi)]);
  const closed = new Set(closings.map(([, name = '']) => name.toLowerCase()));
  for (const piece of pieces) piece.value = safeFragment(piece.value, closed);
};
