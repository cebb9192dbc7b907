/** What an analyst typed between quotation marks, with the citations that may be meant by it. */

import { wordsOf } from '../../../reading/reading-text.ts';
import { quotationsIn, saidIn } from '../../../text/quotations.ts';
import type { Prose } from '../../content/list-prose.ts';
import type { Citation, MemoInline } from '../../memo-content.ts';

/** One word in quotation marks is a manner of speaking rather than evidence. */
const FEWEST_WORDS = 2;
/** Stands for a citation, so that a quotation may stand before or behind one. */
const CITATION = '\uFFFC';

export type TypedQuote = {
  readonly quote: string;
  /** The next one, the one before, then all others of the block; empty where nothing is cited. */
  readonly citations: readonly Citation[];
};

type PlacedCitation = { readonly at: number; readonly citation: Citation };

const textOf = (node: MemoInline): string => {
  if (node.type === 'text') return node.text;
  return node.type === 'citation' ? CITATION : ' ';
};

const layOut = (inline: readonly MemoInline[]) => {
  const placed: PlacedCitation[] = [];
  let text = '';
  for (const node of inline) {
    if (node.type === 'citation') placed.push({ at: text.length, citation: node.attrs });
    text += textOf(node);
  }
  return { text, placed };
};

const nearestFirst = (placed: readonly PlacedCitation[], at: number): readonly Citation[] => {
  const [next, ...later] = placed.filter((each) => each.at >= at);
  const [before, ...earlier] = placed.filter((each) => each.at < at).toReversed();
  return [next, before, ...later, ...earlier].flatMap((each) => (each === undefined ? [] : [each.citation]));
};

const countWords = (text: string): number =>
  wordsOf({ text, paragraphs: [], language: 'und' }, { start: 0, end: text.length }).length;

/** The typed quotations of `prose` in order, but for single words. */
export const typedQuotesIn = ({ inline, citedAround }: Prose): readonly TypedQuote[] => {
  const { text, placed } = layOut(inline);
  return quotationsIn(text).flatMap((quotation) => {
    const said = saidIn(text, quotation);
    const quote = said === null ? '' : text.slice(said.start, said.end).replaceAll(CITATION, '').trim();
    if (countWords(quote) < FEWEST_WORDS) return [];
    return [{ quote, citations: [...nearestFirst(placed, quotation.start), ...citedAround] }];
  });
};
