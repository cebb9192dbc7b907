import type { Steps } from '../../../steps.ts';
import { numberSources } from '../../citations/list-citations.ts';
import type { MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Memo } from '../../memo.ts';
import type { MemoDocument } from '../../memo-document.ts';
import type { PrintedSource } from '../../verbatim/printed-source.ts';
import { type FaultyQuote, verifyQuotes } from '../../verbatim/verify-quotes.ts';

const sourcesByNumber = ({ content }: Memo, { articles }: MemoMaterial): ReadonlyMap<number, PrintedSource> =>
  new Map(
    [...numberSources(content)].flatMap(([articleId, number]) => {
      const cited = articles.get(articleId);
      const source = cited === undefined ? null : printedSourceOf(cited);
      return source === null ? [] : [[number, source] as const];
    }),
  );

/** The quotes that `document`, made of `memo`, prints from its citations and that do not say what their sources say. */
export const findFaultyQuotes = (
  document: MemoDocument,
  memo: Memo,
  material: MemoMaterial,
): Steps<readonly FaultyQuote[]> => verifyQuotes(document, sourcesByNumber(memo, material));
