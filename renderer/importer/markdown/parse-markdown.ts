import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';
import { resolveAddresses } from '../html/resolve-addresses.ts';
import { sanitiseDom } from '../html/sanitise-dom.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { readFrontMatter } from './front-matter.ts';

/** HTML inside Markdown goes through: it meets the same locks as any other page. */
const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** What the writer of footnotes adds by himself and the text does not hold: a heading and the ways back. */
const ADDED = '#footnote-label, a[data-footnote-backref]';

/** A Markdown text (CommonMark and GitHub's tables, notes and lists); null where it holds no text. */
export const parseMarkdown = (markdown: string): ParsedArticle | null => {
  const { text, found } = readFrontMatter(markdown);
  const page = new DOMParser().parseFromString(String(toHtml.processSync(text)), 'text/html');
  for (const element of page.querySelectorAll(ADDED)) element.remove();
  resolveAddresses(page, found.url?.value ?? null);
  const body = bodyFromDom(sanitiseDom(page.body));
  return body === null ? null : { body, found: { ...titleOfBody(body), ...found } };
};
