import { struckWords } from '../../../article/body/struck-text.ts';
import { anchorPassage } from '../../../passage/anchor/anchor-passage.ts';
import type { Passage } from '../../../passage/passage.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import type { CitedArticle } from '../../citations/memo-material.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const struckIn = (passage: Passage, { text }: CitedArticle): readonly string[] => {
  if (text === null || text.struck.length === 0) return [];
  const { ranges } = anchorPassage(text.index, passage.selectors);
  return struckWords(text.index.text, text.struck, ranges);
};

/** A cited passage holds words that its article strikes out: printed plain, they are said again. */
export const quoteOfStruckWords: Rule = {
  level: 'warning',
  check: ({ citations, material }) =>
    citations.flatMap(({ passageId, articleId, passage }): readonly Found[] => {
      const cited = material.articles.get(articleId);
      const words = cited === undefined || passage === null ? [] : struckIn(passage, cited);
      if (words.length === 0) return [];
      const struck = words.map(inQuotationMarks).join(', ');
      return [
        {
          place: { kind: 'citation', passageId },
          message: `A cited passage holds words that its article strikes out: ${struck}. The quotation prints them as if they stood.`,
          subject: `${passageId} ${struck}`,
        },
      ];
    }),
};
