import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { Rule } from '../rule.ts';

/** Cited passages graded 1, "confirmed by other sources", that no passage of another origin supports (any more). */
export const confirmedByNoOtherOrigin: Rule = {
  level: 'warning',
  check: ({ citations, material }) =>
    citations
      .filter(({ passageId }) => material.origins?.unconfirmed.has(passageId) === true)
      .map(({ passageId, articleId }) => {
        const cited = material.articles.get(articleId);
        const ofArticle = cited === undefined ? '' : ` of ${inQuotationMarks(citedName(cited))}`;
        return {
          place: { kind: 'citation', passageId },
          message: `A passage${ofArticle} is graded 1, confirmed by other sources, and nothing of another origin supports it. Link what does, or give the reason in its grade.`,
          subject: passageId,
        };
      }),
};
