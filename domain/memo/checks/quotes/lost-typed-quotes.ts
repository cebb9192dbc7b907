/** Words that were typed between quotation marks beside a citation, and that its newest version does not have. */
import type { ArticleId, PassageId } from '../../../ids.ts';
import type { Steps } from '../../../steps.ts';
import type { CitedArticle, MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import { listProse } from '../../content/list-prose.ts';
import type { MemoContent } from '../../memo-content.ts';
import { verifyQuote } from '../../verbatim/verify-quote.ts';
import { type TypedQuote, typedQuotesIn } from './typed-quotes-in.ts';

export type LostQuote = {
  readonly quote: string;
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  /** The number of the newest version. */
  readonly newestVersion: number;
};

function* isVerbatimIn(quote: string, cited: CitedArticle | undefined): Steps<boolean> {
  const source = cited === undefined ? null : printedSourceOf(cited);
  return source !== null && (yield* verifyQuote(quote, source.text)).length === 0;
}

type Versions = Pick<MemoMaterial, 'articles' | 'later'>;

/** The first of the citations beside a quotation that has it, where its newest version has not. */
function* findLoss({ quote, citations }: TypedQuote, { articles, later }: Versions): Steps<LostQuote | null> {
  for (const { articleId, passageId } of citations) {
    const versions = later?.get(articleId);
    if (versions === undefined || !(yield* isVerbatimIn(quote, articles.get(articleId)))) continue;
    if (!(yield* isVerbatimIn(quote, versions.newest)))
      return { quote, articleId, passageId, newestVersion: versions.newestNumber };
  }
  return null;
}

/** Each of them, with the citation beside which it is verbatim. */
export function* lostTypedQuotes(content: MemoContent, versions: Versions): Steps<readonly LostQuote[]> {
  if (versions.later === undefined || versions.later.size === 0) return [];
  const lost: LostQuote[] = [];
  const quoted = listProse(content).flatMap(typedQuotesIn);
  for (const typed of quoted.filter(({ words }) => words > 1)) {
    const found = yield* findLoss(typed, versions);
    if (found !== null) lost.push(found);
    yield;
  }
  return lost;
}
