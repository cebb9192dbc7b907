/** What a memo takes for several sources, or for confirmed, and what is known of the origins of that. */
import type { ArticleId, PassageId } from '../../ids.ts';
import { citedName } from '../citations/cited-name.ts';
import { citationsOfBlock, listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import { listJudgements } from '../content/list-judgements.ts';
import type { Memo } from '../memo.ts';
import type { MemoProblem } from './memo-problem.ts';

const namesOf = ({ articles }: MemoMaterial, ids: Iterable<ArticleId>): readonly string[] =>
  [...ids].flatMap((id) => {
    const cited = articles.get(id);
    return cited === undefined ? [] : [citedName(cited)];
  });

/** Judgements that cite several articles, all of which carry one text: they count as one source. */
const checkOneText = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] =>
  listJudgements(memo.content).flatMap((judgement) => {
    const cited = new Set(citationsOfBlock(judgement).map(({ articleId }) => articleId));
    const texts = new Set([...cited].map((id) => material.origins?.textIds.get(id) ?? id));
    if (cited.size < 2 || texts.size > 1) return [];
    return [
      {
        severity: 'should',
        kind: 'judgement-of-one-text',
        judgementId: judgement.attrs.id,
        articles: namesOf(material, cited),
      } as const,
    ];
  });

/** Cited passages graded 1, "confirmed by other sources", that no passage of another origin supports (any more). */
const checkConfirmed = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const unconfirmed = material.origins?.unconfirmed ?? new Set<PassageId>();
  const cited = new Map(listCitations(memo.content).map((citation) => [citation.passageId, citation]));
  return [...cited.values()]
    .filter(({ passageId }) => unconfirmed.has(passageId))
    .map(({ passageId, articleId }) => ({
      severity: 'should',
      kind: 'confirmed-by-no-other-origin',
      passageId,
      article: namesOf(material, [articleId])[0] ?? null,
    }));
};

/** Where copies of one text, or passages of one origin, stand as if they confirmed each other. */
export const checkOrigins = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => [
  ...checkOneText(memo, material),
  ...checkConfirmed(memo, material),
];
