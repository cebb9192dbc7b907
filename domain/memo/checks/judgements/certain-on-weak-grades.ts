import { credibilityTable } from '../../../tradecraft/credibility.ts';
import { type Grade, isUngraded, printGrade } from '../../../tradecraft/grade.ts';
import { reliabilityTable } from '../../../tradecraft/reliability.ts';
import { findLikelihoodTerms } from '../../likelihood/find-likelihood-terms.ts';
import { likelihoodWording } from '../../likelihood/used-likelihoods.ts';
import type { Memo } from '../../memo.ts';
import { atJudgement, type CheckedJudgement } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import { listWords } from '../name-all.ts';
import type { Rule } from '../rule.ts';

/** The highest term of each lexicon. */
const certain: ReadonlySet<string> = new Set(['almost certain', 'nearly certain']);

const certainTerm = ({ node, statement }: CheckedJudgement, memo: Memo): string | null => {
  const chosen = node.attrs.likelihood === null ? null : likelihoodWording(memo, node.attrs.likelihood);
  const written = findLikelihoodTerms(statement).flatMap(({ wording, isAltered }) =>
    isAltered ? [] : wording,
  );
  return [...(chosen === null ? [] : [chosen]), ...written].find((wording) => certain.has(wording)) ?? null;
};

/** D to F or 4 to 6. F and 6 say that nothing is known, not that it is worst. */
const isWeak = ({ reliability, credibility }: Grade): boolean =>
  (reliability !== null && reliability >= 'D') || (credibility !== null && credibility >= 4);

const wordGrade = (grade: Grade): string => {
  const words = [
    grade.reliability === null ? null : reliabilityTable[grade.reliability].wording,
    grade.credibility === null ? null : credibilityTable[grade.credibility].wording,
  ].filter((word) => word !== null);
  return `${printGrade(grade)} (${words.join('; ').toLowerCase()})`;
};

/** The grades of what a judgement cites, in words, where every one that is graded is weak; else none. */
const weakGrades = ({ cited }: CheckedJudgement): readonly string[] => {
  const grades = cited.flatMap(({ grade }) => (isUngraded(grade) ? [] : grade));
  return grades.every(isWeak) ? [...new Set(grades.map(wordGrade))] : [];
};

/** Almost certain, where every graded passage that is cited is graded D to F or 4 to 6. */
export const certainOnWeakGrades: Rule = {
  level: 'warning',
  check: ({ judgements, memo }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const term = certainTerm(judgement, memo);
      const all = weakGrades(judgement);
      if (term === null || all.length === 0) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} says “${term}”, and all graded evidence that it cites is ${listWords(all)}.`,
          subject: `${judgement.id} ${term} ${all.join(' ')}`,
        },
      ];
    }),
};

/** High confidence on such evidence alone. */
export const highConfidenceOnWeakGrades: Rule = {
  level: 'warning',
  check: ({ judgements }) =>
    judgements.flatMap((judgement): readonly Found[] => {
      const all = judgement.node.attrs.confidence === 'high' ? weakGrades(judgement) : [];
      if (all.length === 0) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} gives high confidence, and all graded evidence that it cites is ${listWords(all)}.`,
          subject: `${judgement.id} high ${all.join(' ')}`,
        },
      ];
    }),
};
