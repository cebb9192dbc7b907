/** What stands in the way of handing a memo over, and what its writer should see before. */
import { lackingForCitation } from '../../article/bibliography.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { highestTlp, tlpLabels } from '../../tradecraft/marking.ts';
import { numberSources } from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { resolveCitations } from '../citations/resolve-citations.ts';
import { isEmptyBlock } from '../content/is-empty-block.ts';
import type { Memo } from '../memo.ts';
import { checkJudgements, checkLexicons, checkSentences } from './check-judgements.ts';
import { checkTypedQuotes } from './check-quotes.ts';
import type { MemoProblem } from './memo-problem.ts';

const checkEvidence = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const problems = new Map<string, MemoProblem>();
  for (const { passageId, exactSha256, state } of resolveCitations(memo.content, material)) {
    if (state === 'ok') continue;
    problems.set(`${passageId} ${exactSha256}`, {
      severity: 'must',
      kind: 'evidence-changed',
      passageId,
      state,
    });
  }
  return [...problems.values()];
};

const citedArticles = (memo: Memo, { articles }: MemoMaterial): readonly CitedArticle[] =>
  [...numberSources(memo.content).keys()].flatMap((id) => articles.get(id) ?? []);

/**
 * TLP is a choice: with an own banner the check is off, and a memo without any marking may go out. That it cites
 * marked material is then said, and no more.
 */
const checkMarking = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const { marking } = memo.head;
  const needed = highestTlp(citedArticles(memo, material).map(({ about }) => about.marking));
  if (needed === null || marking?.kind === 'banner') return [];
  if (marking === null) {
    const isRestricted = needed !== 'TLP:CLEAR';
    return isRestricted ? [{ severity: 'should', kind: 'marking-below-evidence', needed }] : [];
  }
  return tlpLabels.indexOf(marking.label) < tlpLabels.indexOf(needed)
    ? [{ severity: 'must', kind: 'marking-below-evidence', needed }]
    : [];
};

const checkHead = ({ head }: Memo): readonly MemoProblem[] =>
  (['for', 'from'] as const)
    .filter((field) => head[field].trim() === '')
    .map((field) => ({ severity: 'should', kind: 'head-incomplete', field }));

const checkSections = ({ content }: Memo): readonly MemoProblem[] =>
  content.content
    .filter(({ content: blocks }) => blocks.every(isEmptyBlock))
    .map(({ attrs }) => ({ severity: 'should', kind: 'empty-section', heading: attrs.heading }));

const checkSources = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] =>
  citedArticles(memo, material).flatMap(({ article, about }) => {
    const lacking = lackingForCitation(effectiveBibliography(article, about));
    return lacking.length === 0
      ? []
      : [{ severity: 'should', kind: 'citation-incomplete', articleId: article.id, lacking } as const];
  });

/** All problems of a memo: first what must be mended, then what should be seen, in the order of the memo's parts. */
export const checkMemo = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const problems = [
    ...checkEvidence(memo, material),
    ...checkMarking(memo, material),
    ...checkHead(memo),
    ...checkJudgements(memo),
    ...checkSentences(memo),
    ...checkLexicons(memo),
    ...checkTypedQuotes(memo, material),
    ...checkSections(memo),
    ...checkSources(memo, material),
  ];
  return [
    ...problems.filter(({ severity }) => severity === 'must'),
    ...problems.filter(({ severity }) => severity === 'should'),
  ];
};
