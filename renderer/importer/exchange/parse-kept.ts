import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { bodyOfExcerpts, type KeptArticle, readKept } from '#domain/exchange/kept-article.ts';
import { parseText } from '../parse-text.ts';

const parseContent = async ({ content, url }: KeptArticle): Promise<ParsedArticle | null> => {
  switch (content.kind) {
    case 'excerpts':
      return { body: bodyOfExcerpts(content.excerpts), found: {} };
    case 'plain':
      return parseText(content.text);
    case 'markdown':
      return (await import('../markdown/parse-markdown.ts')).parseMarkdown(content.text);
    case 'html':
      return (await import('../html/parse-html-fragment.ts')).parseHtmlFragment(content.text, url);
  }
};

/** The text of an article brought from another tool, as kept by that tool, which also supplied its metadata. */
export const parseKept = async (json: string): Promise<ParsedArticle | null> => {
  const parsed = await parseContent(readKept(json));
  return parsed === null ? null : { ...parsed, found: {} };
};
