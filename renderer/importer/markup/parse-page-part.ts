import { parseMarkup } from '../html/parse-markup.ts';

/** What would swallow all that follows it, or is no text. */
const SWALLOWING = 'iframe, noembed, noframes, noscript, plaintext, script, template, textarea, title, xmp';

/**
 * A page that is to become a part of another: parsed by itself, so that nothing in it reaches beyond its end. Throws a
 * MarkupError where its markup is more than is read.
 */
export const parsePagePart = (html: string): Document => {
  const page = parseMarkup(html);
  for (const element of page.querySelectorAll(SWALLOWING)) element.remove();
  return page;
};
