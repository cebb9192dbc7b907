/** What an analyst typed between quotation marks, with the citations that may be meant by it. */

import { wordsOf } from '../../../reading/reading-text.ts';
import { quotationsIn, saidIn } from '../../../text/quotations.ts';
import type { TextRange } from '../../../text/selector.ts';
import type { CitedPassage } from '../../citations/list-citations.ts';
import type { Prose } from '../../content/list-prose.ts';
import type { MemoInline } from '../../memo-content.ts';

/** Represents a citation, so that a quotation next to one is recognised. */
const CITATION = '\uFFFC';

/** A text of the memo, with a mark in the place of each citation. */
export type LaidProse = {
  readonly text: string;
  readonly placed: readonly { readonly at: number; readonly citation: CitedPassage }[];
};

export type TypedQuote = {
  readonly quote: string;
  /** In words of the language in which it is written. */
  readonly words: number;
  /** The next one, the one before, then all others of the block; empty where nothing is cited. */
  readonly citations: readonly CitedPassage[];
  /** Where it stands, its marks included. */
  readonly prose: LaidProse;
  readonly range: TextRange;
  /** Whether the quotation is a block, without marks around it. */
  readonly isBlock: boolean;
};

const textOf = (node: MemoInline): string => {
  if (node.type === 'text') return node.text;
  return node.type === 'citation' ? CITATION : ' ';
};

/** The text of inline content with its citations. */
export const layProse = (inline: readonly MemoInline[]): LaidProse => {
  const placed: { at: number; citation: CitedPassage }[] = [];
  let text = '';
  for (const node of inline) {
    if (node.type === 'citation') placed.push({ at: text.length, citation: node.attrs });
    text += textOf(node);
  }
  return { text, placed };
};

const nearestFirst = (placed: LaidProse['placed'], at: number): readonly CitedPassage[] => {
  const [next, ...later] = placed.filter((each) => each.at >= at);
  const [before, ...earlier] = placed.filter((each) => each.at < at).toReversed();
  return [next, before, ...later, ...earlier].flatMap((each) => (each === undefined ? [] : [each.citation]));
};

const countWords = (text: string): number =>
  wordsOf({ text, paragraphs: [], language: 'und' }, { start: 0, end: text.length }).length;

type Quoted = { readonly range: TextRange; readonly said: TextRange | null };

/** The text between marks; for a block all of its text, except marks that the writer put at both ends. */
const quotedIn = (text: string, isBlock: boolean): readonly Quoted[] => {
  const marked = quotationsIn(text).map((range) => ({ range, said: saidIn(text, range) }));
  if (!isBlock) return marked;
  const words = text.replaceAll(CITATION, ' ');
  const whole = { start: words.length - words.trimStart().length, end: words.trimEnd().length };
  const isMarked = marked.some(({ range: { start, end } }) => start === whole.start && end === whole.end);
  return isMarked ? marked : [{ range: whole, said: whole }];
};

/** The typed quotations of `prose` in order. */
export const typedQuotesIn = ({ inline, citedAround, isQuoted }: Prose): readonly TypedQuote[] => {
  const prose = layProse(inline);
  const { text, placed } = prose;
  return quotedIn(text, isQuoted).flatMap(({ range, said }) => {
    const quote = said === null ? '' : text.slice(said.start, said.end).replaceAll(CITATION, '').trim();
    const words = countWords(quote);
    if (words === 0) return [];
    return [
      {
        quote,
        words,
        citations: [...nearestFirst(placed, range.start), ...citedAround],
        prose,
        range,
        isBlock: isQuoted,
      },
    ];
  });
};
