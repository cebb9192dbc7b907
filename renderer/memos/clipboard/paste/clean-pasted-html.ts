import { takeBlocks } from './pasted-blocks.ts';
import { takeFootnotes } from './pasted-footnotes.ts';
import { takeLists } from './pasted-lists.ts';
import { readPastedPage, stripAttributes } from './pasted-page.ts';
import { takeWords } from './pasted-words.ts';

/** What a memo writes itself; its attributes are read with care. */
const OWN =
  'span[data-citation], blockquote[data-quotation], sup[data-footnote], ' +
  'table[data-table], figure[data-figure], div[data-judgement], section[data-section], [data-statement], [data-content]';

/**
 * What was copied in another program as HTML that a memo can read: sections, lists, tables, footnotes, links, bold and
 * italic words. Everything else is its words. What was copied out of a memo is left as it is.
 */
export const cleanPastedHtml = (html: string): string => {
  const page = readPastedPage(html);
  if (page.querySelector('[data-pm-slice]') !== null) return page.body.innerHTML;
  const made = new Set([...page.querySelectorAll(OWN), ...takeFootnotes(page)]);
  takeLists(page);
  takeWords(page, made);
  for (const section of takeBlocks(page)) made.add(section);
  stripAttributes(page, made);
  return page.body.innerHTML;
};
