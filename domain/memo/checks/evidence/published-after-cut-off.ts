import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import type { StatedDate } from '../../../time.ts';
import { citedArticles } from '../../citations/cited-articles.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { MemoHead } from '../../memo.ts';
import { printAsOf, printDay } from '../../print/print-date.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const DAY_LENGTH = 10;
const saysZone = /(?:Z|[+-]\d\d:?\d\d)$/u;

/** Instants are compared as such; where one of the two is a day, days are, as each is stated. */
const isAfter = (publishedAt: StatedDate, asOf: MemoHead['asOf']): boolean =>
  asOf.length > DAY_LENGTH && publishedAt.length > DAY_LENGTH && saysZone.test(publishedAt)
    ? Date.parse(publishedAt) > Date.parse(asOf)
    : publishedAt.slice(0, DAY_LENGTH) > asOf.slice(0, DAY_LENGTH);

/** A cited article that was published after the information cut-off. */
export const publishedAfterCutOff: Rule = {
  level: 'warning',
  check: ({ memo: { head, content }, material }) =>
    citedArticles(content, material).flatMap((cited): readonly Found[] => {
      const { publishedAt } = effectiveBibliography(cited.article, cited.about);
      if (publishedAt === null || !isAfter(publishedAt, head.asOf)) return [];
      return [
        {
          place: { kind: 'head', field: 'asOf' },
          message: `${inQuotationMarks(citedName(cited))} was published on ${printDay(publishedAt)}, after the information cut-off of ${printAsOf(head.asOf)}.`,
          subject: `${cited.article.id} ${publishedAt} ${head.asOf}`,
        },
      ];
    }),
};
