import { missingForCitation } from '../../../article/bibliography/bibliography.ts';
import { printHasNo } from '../../../article/bibliography/print-missing-fields.ts';
import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { citedArticles } from '../../citations/cited-articles.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** A cited article that lacks what the citation of an open source names (ICS 206-01). */
export const citationIncomplete: Rule = {
  level: 'warning',
  check: ({ memo, material }) =>
    citedArticles(memo.content, material).flatMap((cited): readonly Found[] => {
      const missing = missingForCitation(effectiveBibliography(cited.article, cited.about));
      const [field] = missing;
      if (field === undefined) return [];
      return [
        {
          place: { kind: 'source', articleId: cited.article.id, field, missing },
          message: `${inQuotationMarks(citedName(cited))} has ${printHasNo(missing)}.`,
          subject: `${cited.article.id} ${missing.join(' ')}`,
        },
      ];
    }),
};
