import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { EvidenceState } from '../../citations/resolved-citation.ts';
import type { Rule } from '../rule.ts';

const lookAtIt = 'Look at it, then cite it as it reads now or take the citation out.';
const words: Readonly<Record<Exclude<EvidenceState, 'ok'>, (ofArticle: string) => string>> = {
  changed: (ofArticle) => `A cited passage${ofArticle} has changed. ${lookAtIt}`,
  altered: (ofArticle) =>
    `A cited passage${ofArticle} stands in a text that was changed after it was imported. Open the article: restore its text, or say why it is used as it is.`,
  deleted: (ofArticle) => `A cited passage${ofArticle} is in the trash. ${lookAtIt}`,
  missing: (ofArticle) => `A cited passage${ofArticle} is missing. ${lookAtIt}`,
};

/** A cited passage that is not what it was when it was cited. */
export const evidenceChanged: Rule = {
  level: 'error',
  check: ({ citations, material }) =>
    citations.flatMap(({ passageId, articleId, state }) => {
      if (state === 'ok') return [];
      const cited = material.articles.get(articleId);
      const ofArticle = cited === undefined ? '' : ` of ${inQuotationMarks(citedName(cited))}`;
      return [
        { place: { kind: 'citation', passageId }, message: words[state](ofArticle), subject: null } as const,
      ];
    }),
};
