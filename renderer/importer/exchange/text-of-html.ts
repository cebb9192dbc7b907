import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { parseHtmlFragment } from '../html/parse-html-fragment.ts';

/** The words of a note that is HTML, a block a line; empty where it has none. */
export const textOfHtml = (html: string): string => {
  const parsed = parseHtmlFragment(html, null);
  return parsed === null ? '' : canonicalText(parsed.body);
};
