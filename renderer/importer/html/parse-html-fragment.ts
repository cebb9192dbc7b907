import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { settlePictures } from '../picture/picture-addresses.ts';
import { hiddenPartsIn } from './hidden-parts.ts';
import { parseMarkup } from './parse-markup.ts';
import { preparePage } from './prepare-page.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { sanitiseDom } from './sanitise-dom.ts';

/** If a clipboard marks the selection, only that; the rest is its surroundings. */
const selectionOf = (html: string): string => {
  const [, selected = html] =
    /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html) ?? [];
  return selected;
};

/** The whole selection from a page, without picking out an article. Null if it has no visible text. */
export const parseHtmlFragment = (html: string, sourceUrl: string | null): ParsedArticle | null => {
  const page = parseMarkup(selectionOf(html));
  const hidden = preparePage(page);
  settlePictures(page);
  resolveAddresses(page, sourceUrl);
  const body = bodyFromDom(sanitiseDom(page.body));
  if (body === null) return null;
  return { body, hidden: hiddenPartsIn(page.body, hidden), found: titleOfBody(body) };
};
