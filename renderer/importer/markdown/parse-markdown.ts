import type { Root } from 'mdast';
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
import { keepListSigns } from './list-signs.ts';
import { cleanRawHtml, parseClosed } from './raw-html.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Raw HTML is written as it stands: the page that comes out is prepared and sanitised as any other. */
const writer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

const parse = (markdown: string): Root => reader.parse(markdown);

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
