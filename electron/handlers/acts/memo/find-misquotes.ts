import { numberSources } from '#domain/memo/citations/list-citations.ts';
import { type PrintedQuote, verifyQuotes } from '#domain/memo/verbatim/verify-quotes.ts';
import type { PreparedMemo } from './prepare-memo.ts';

/** The texts of a memo's sources by their numbers. */
const textsByNumber = ({ memo, material }: PreparedMemo): ReadonlyMap<number, string> =>
  new Map(
    [...numberSources(memo.content)].flatMap(([articleId, number]) => {
      const text = material.articles.get(articleId)?.text;
      return text === null || text === undefined ? [] : [[number, text.index.text] as const];
    }),
  );

/** The quotes that a memo would print and that do not stand so in their sources. */
export const findMisquotes = (prepared: PreparedMemo): readonly PrintedQuote[] =>
  verifyQuotes(prepared.document, textsByNumber(prepared));
