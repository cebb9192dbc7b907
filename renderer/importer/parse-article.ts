import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { detectLanguage } from '#domain/article/draft/detect-language.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';

const parseText = (text: string): ParsedArticle | null => {
  const body = parsePlainText(text);
  return body === null ? null : { body, found: {} };
};

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

const parseClipboard = async ({
  text,
  html = '',
  sourceUrl,
}: ParseRequest): Promise<ParsedArticle | null> => {
  const address = sourceUrl !== undefined && /^https?:\/\//i.test(sourceUrl) ? sourceUrl : null;
  const parsed = (html.trim() === '' ? null : await parseClipboardHtml(html, address)) ?? parseText(text);
  return parsed === null ? null : withSourceUrl(parsed, address);
};

const parseFormat = async (request: ParseRequest): Promise<ParsedArticle | null> => {
  switch (request.format) {
    case 'txt':
      return parseText(request.text);
    case 'html':
      return (await import('./html/parse-html-page.ts')).parseHtmlPage(request.text);
    case 'markdown':
      return (await import('./markdown/parse-markdown.ts')).parseMarkdown(request.text);
    case 'clipboard':
      return parseClipboard(request);
  }
};

/** What a text says of its own language comes before what can be seen in it. */
const withLanguage = (parsed: ParsedArticle): ParsedArticle => {
  const { body, leftOut, found } = parsed;
  if (found.language !== undefined) return parsed;
  const detected = detectLanguage(canonicalText(withoutLeftOut(body, leftOut)));
  if (detected === null) return parsed;
  return { ...parsed, found: { ...found, language: { value: detected, foundIn: 'detected' } } };
};

/**
 * The body of a text and what is found of it, null where it holds no text. What each format needs is loaded when
 * it is first asked for, so that a plain text waits for no parser of HTML.
 */
export const parseArticle = async (request: ParseRequest): Promise<ParsedArticle | null> => {
  const parsed = await parseFormat(request);
  return parsed === null ? null : withLanguage(parsed);
};
