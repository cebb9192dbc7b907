import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { parseText } from './parse-text.ts';

/** What only a page of its own has, and never a selection of one. */
const PAGE_HEAD =
  /<link\s[^>]*rel\s*=\s*["']?canonical|<meta\s[^>]*property\s*=\s*["']?og:|application\/ld\+json/i;

const parseClipboardHtml = async (html: string, sourceUrl: string | null): Promise<ParsedArticle | null> => {
  if (PAGE_HEAD.test(html)) return (await import('./html/parse-html-page.ts')).parseHtmlPage(html);
  return (await import('./html/parse-html-fragment.ts')).parseHtmlFragment(html, sourceUrl);
};

/** The clipboard's own word for where it was copied comes before anything that the text says. */
const withSourceUrl = (parsed: ParsedArticle, sourceUrl: string | null): ParsedArticle =>
  sourceUrl === null
    ? parsed
    : { ...parsed, found: { ...parsed.found, url: { value: sourceUrl, foundIn: 'clipboard-source' } } };

/** What stands in the file that a paste is kept as. Throws where it is another file. */
const readKept = (json: string): { text: string; html: string; sourceUrl: string | null } => {
  const { text, html, sourceUrl }: Record<string, unknown> = JSON.parse(json);
  if (typeof text !== 'string' || typeof html !== 'string') throw new Error('no paste is kept here');
  return { text, html, sourceUrl: typeof sourceUrl === 'string' ? sourceUrl : null };
};

/** The text of a paste: its HTML, or where that holds no text, its plain text. */
export const parsePaste = async (json: string): Promise<ParsedArticle | null> => {
  const { text, html, sourceUrl } = readKept(json);
  const address = sourceUrl !== null && /^https?:\/\//i.test(sourceUrl) ? sourceUrl : null;
  const parsed = (html.trim() === '' ? null : await parseClipboardHtml(html, address)) ?? parseText(text);
  return parsed === null ? null : withSourceUrl(parsed, address);
};
