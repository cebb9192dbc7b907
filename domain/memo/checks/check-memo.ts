/** What stands in the way of handing a memo over, and what its writer should see before. */
import { missingForCitation } from '../../article/bibliography/bibliography.ts';
import { struckWords } from '../../article/body/struck-text.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import type { Passage } from '../../passage/passage.ts';
import type { Steps } from '../../steps.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { resolveCitations } from '../citations/resolve-citations.ts';
import { isEmptyBlock } from '../content/is-empty-block.ts';
import type { Memo } from '../memo.ts';
import { checkJudgements, checkLexicons, checkSentences } from './check-judgements.ts';
import { checkLists } from './check-lists.ts';
import { checkMarking } from './check-marking.ts';
import { checkOrigins } from './check-origins.ts';
import type { MemoProblem } from './memo-problem.ts';
import { checkTypedQuotes } from './quotes/check-typed-quotes.ts';

const checkEvidence = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const problems = new Map<string, MemoProblem>();
  for (const { passageId, articleId, exactSha256, state } of resolveCitations(memo.content, material)) {
    if (state === 'ok') continue;
    const cited = material.articles.get(articleId);
    problems.set(`${passageId} ${exactSha256}`, {
      severity: 'must',
      kind: 'evidence-changed',
      passageId,
      article: cited === undefined ? null : citedName(cited),
      state,
    });
  }
  return [...problems.values()];
};

const struckIn = (passage: Passage, { text }: CitedArticle): readonly string[] => {
  if (text === null || text.struck.length === 0) return [];
  const { ranges } = anchorPassage(text.index, passage.selectors);
  return struckWords(text.index.text, text.struck, ranges);
};

const checkStruckWords = (memo: Memo, material: MemoMaterial): readonly MemoProblem[] => {
  const problems = new Map<string, MemoProblem>();
  for (const { passageId, articleId, passage } of resolveCitations(memo.content, material)) {
    const cited = material.articles.get(articleId);
    const words = cited === undefined || passage === null ? [] : struckIn(passage, cited);
    if (words.length === 0) continue;
    problems.set(passageId, { severity: 'should', kind: 'quote-of-struck-words', passageId, words });
  }
  return [...problems.values()];
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
  citedArticles(memo.content, material).flatMap((cited) => {
    const { article, about } = cited;
    const missingFields = missingForCitation(effectiveBibliography(article, about));
    return missingFields.length === 0
      ? []
      : [
          {
            severity: 'should',
            kind: 'citation-incomplete',
            articleId: article.id,
            article: citedName(cited),
            missingFields,
          } as const,
        ];
  });

/** All problems of a memo: first what must be mended, then what should be seen, in the order of the memo's parts. */
export function* checkMemo(memo: Memo, material: MemoMaterial): Steps<readonly MemoProblem[]> {
  const problems = [
    ...checkEvidence(memo, material),
    ...checkMarking(memo, material),
    ...checkHead(memo),
    ...checkJudgements(memo),
    ...checkOrigins(memo, material),
    ...checkSentences(memo),
    ...checkLexicons(memo),
    ...checkStruckWords(memo, material),
    ...(yield* checkTypedQuotes(memo, material)),
    ...checkSources(memo, material),
    ...checkLists(memo),
    ...checkSections(memo),
  ];
  return [
    ...problems.filter(({ severity }) => severity === 'must'),
    ...problems.filter(({ severity }) => severity === 'should'),
  ];
}
